import type { Skipped } from "./engines.js";
import type { Rounds, Sample } from "./rounds.js";
import { median } from "./stats.js";

/** A run, as it is kept: all that the page is written from. */
export interface Results extends Rounds {
  /** ISO 8601. */
  date: string;
  rounds: number;
  /** What the machine was, as name and value. */
  machine: Record<string, string>;
  /** Bytes with brotli, by the script's name in `dist/`. */
  sizes: Record<string, number>;
  /** The same of the others' bundles. */
  bundles: Record<string, number>;
  skipped: Skipped[];
}

const samplesOf = ({ samples }: Results, part: string, metric: string, contender: string): Sample[] =>
  samples
    .filter((one) => one.part === part && one.metric === metric && one.contender === contender)
    .sort((a, b) => a.round - b.round);

/** The figures of a contender, in the order of the rounds; none where it was not measured. */
export const valuesOf = (...what: Parameters<typeof samplesOf>): number[] =>
  samplesOf(...what).map(({ value }) => value);

export const middle = (...what: Parameters<typeof samplesOf>): number => median(valuesOf(...what));

/** Two contenders' figures of the rounds that both were in, together. */
const paired = (
  results: Results,
  part: string,
  metric: string,
  [one, other]: [string, string],
  together: (one: number, other: number) => number,
): number[] => {
  const others = new Map(samplesOf(results, part, metric, other).map(({ round, value }) => [round, value]));
  return samplesOf(results, part, metric, one).flatMap(({ round, value }) => {
    const beside = others.get(round);
    return beside === undefined ? [] : [together(value, beside)];
  });
};

/** One contender's figures by another's, round by round: what troubled the machine in a round is in both. */
export const ratios = (
  results: Results,
  part: string,
  metric: string,
  one: string,
  other: string,
): number[] => paired(results, part, metric, [one, other], (own, others) => own / others);

/** What a contender costs beyond the page's own, round by round. */
export const above = (results: Results, part: string, metric: string, one: string): number[] =>
  paired(results, part, metric, [one, "none"], (own, none) => own - none);
