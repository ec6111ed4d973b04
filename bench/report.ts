import { COLUMNS } from "./contenders.js";
import { GOALS, isMet } from "./goals.js";
import { type Results, valuesOf } from "./results.js";
import { ROWS } from "./rows.js";
import { cell, number, table } from "./table.js";

const VERDICTS = new Map([
  [true, "met"],
  [false, "**missed**"],
  [undefined, "not measured"],
]);

/** The goals, each met or missed. */
export const goals = (results: Results): string =>
  table(
    ["goal", "at most", "measured", ""],
    GOALS.map((goal) => {
      const values = goal.of(results);
      const measured = values.length ? `${cell(values)} ${goal.unit}` : "–";
      return [goal.name, goal.limit, measured, VERDICTS.get(isMet(goal, results)) ?? ""];
    }),
  );

/** How many of them are met. */
export const score = (results: Results): string =>
  `${GOALS.filter((goal) => isMet(goal, results)).length} of ${GOALS.length}`;

const labelOf = (contender: string): string =>
  COLUMNS.find(({ name }) => name === contender)?.label ?? contender;

/** One part: a row for each figure, a column for each contender that took part. */
export function figures(results: Results, part: string): string {
  const skipped = results.skipped.find((one) => one.part === part);
  if (skipped) return `${part} were not measured: ${skipped.why}.`;
  const rows = Object.entries(ROWS[part] ?? {});
  const present = COLUMNS.filter(({ name }) =>
    rows.some(([metric]) => valuesOf(results, part, metric, name).length),
  );
  const missing = results.absences
    .filter((one) => one.part === part)
    .map(({ contender, why }) => `${labelOf(contender)} ${why}, and was left out of the rounds after it.`);
  if (!present.length && !missing.length) return `${part}: no time was left to measure it.`;
  const cells = rows.map(([metric, label]) => [
    label,
    ...present.map(({ name }) => cell(valuesOf(results, part, metric, name))),
  ]);
  return [table([part, ...present.map(({ label }) => label)], cells), ...missing].join("\n\n");
}

export const PARTS = Object.keys(ROWS);

/** The parts that had fewer rounds than the others, as the end of a sentence. */
export function fewer({ samples, rounds }: Results): string {
  const some = PARTS.map((part) => ({
    part,
    had: new Set(samples.filter((one) => one.part === part).map(({ round }) => round)).size,
  })).filter(({ had }) => had && had < rounds);
  return some.length ? ` (of fewer for ${some.map(({ part, had }) => `${part}: ${had}`).join(", ")})` : "";
}

/** Bytes of each script with brotli. */
export const bytes = ({ bundles }: Results): string =>
  table(
    ["", ...Object.keys(bundles)],
    [["bytes with brotli", ...Object.values(bundles).map((size) => number(size))]],
  );

const sum = (values: number[]): number => values.reduce((total, value) => total + value, 0);

/** How long each part took, and all of them. */
export function times({ took }: Results): string {
  const minutes = (seconds: number): string => `${(seconds / 60).toFixed(1)} min`;
  const each = Object.entries(took).map(([part, seconds]) => `${part} ${minutes(seconds)}`);
  return `${each.join(", ")}; all parts ${minutes(sum(Object.values(took)))}`;
}
