import { median, range } from "./stats.js";

/** A number as people read it: three digits that say something, thousands apart. */
export function number(value: number): string {
  if (!Number.isFinite(value)) return "–";
  const digits = Math.abs(value) >= 100 ? 0 : Math.abs(value) >= 10 ? 1 : 2;
  return value.toLocaleString("en-GB", { maximumFractionDigits: digits });
}

/** The median, and between which values it lies; a dash where nothing was measured. */
export function cell(values: number[]): string {
  if (!values.length) return "–";
  const [least, most] = range(values);
  const middle = number(median(values));
  return values.length < 2 ? middle : `${middle} (${number(least)} to ${number(most)})`;
}

export const line = (cells: string[]): string => `| ${cells.join(" | ")} |`;

/** A table in Markdown. */
export const table = (head: string[], rows: string[][]): string =>
  [head, head.map(() => "---"), ...rows].map(line).join("\n");
