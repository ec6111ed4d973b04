import type { Absence, Sample } from "./rounds.js";
import { median } from "./stats.js";

/** A run, as it is kept: all that the page is written from. */
export interface Results {
  /** ISO 8601. */
  date: string;
  rounds: number;
  /** What the machine was, as name and value. */
  machine: Record<string, string>;
  /** Bytes with brotli, by the script's name in `dist/`. */
  sizes: Record<string, number>;
  /** The same of the others' bundles. */
  bundles: Record<string, number>;
  samples: Sample[];
  absences: Absence[];
}

/** The figures of a contender, in the order of the rounds; none where it was not measured. */
export const valuesOf = ({ samples }: Results, part: string, metric: string, contender: string): number[] =>
  samples
    .filter((one) => one.part === part && one.metric === metric && one.contender === contender)
    .sort((a, b) => a.round - b.round)
    .map(({ value }) => value);

export const middle = (results: Results, part: string, metric: string, contender: string): number =>
  median(valuesOf(results, part, metric, contender));

/** One contender's figures by another's, round by round: what troubled the machine in a round is in both. */
export function ratios(results: Results, part: string, metric: string, one: string, other: string): number[] {
  const others = valuesOf(results, part, metric, other);
  return valuesOf(results, part, metric, one).map((value, round) => value / (others[round] ?? NaN));
}

/** What a contender costs beyond the page's own, round by round. */
export function above(results: Results, part: string, metric: string, one: string): number[] {
  const own = valuesOf(results, part, metric, "none");
  return valuesOf(results, part, metric, one).map((value, round) => value - (own[round] ?? NaN));
}
