import { LONG } from "./contenders.js";
import { GOALS, isMet } from "./goals.js";
import { type Results, valuesOf } from "./results.js";
import { cell, number, table } from "./table.js";

/** What a part's table shows, in this order: a metric, and what it is called. */
const ROWS: Record<string, Record<string, string>> = {
  "1,000 cards": {
    "start.total": "start, ms",
    "start.script": "start, in script, ms",
    "start.longest": "its longest task, ms",
    "heap.used": "heap of the page, KB",
    "read.total": "reading three viewports, ms",
    "idle.total": "a second in which nothing happens, ms",
    "slow.total": "slow scroll, 120 frames, ms",
    "fast.total": "fast scroll, 120 frames, ms",
    "odds.total": "live odds, 2 s, ms",
    "odds.script": "live odds, in script, ms",
    "clicks.total": "200 clicks, ms",
    "clicks.listeners": "a click in its listeners, µs",
  },
  "10,000 cards": {
    "start.total": "start, ms",
    "start.script": "start, in script, ms",
    "start.longest": "its longest task, ms",
    "heap.used": "heap of the page, KB",
    "slow.total": "slow scroll, 120 frames, ms",
    "fast.total": "fast scroll, 120 frames, ms",
  },
  "50,000 cards": {
    "start.total": "start, ms",
    "start.script": "start, in script, ms",
    "start.longest": "its longest task, ms",
    "fast.total": "fast scroll, 120 frames, ms",
  },
  "an empty page": {
    "file.parse": "parsing the file, cold cache, ms",
    "file.run": "running it, ms",
    "file.total": "both, ms",
  },
  "a slow processor": {
    "inp.worst": "the worst click of 40, ms",
    "inp.mean": "the mean of them, ms",
  },
  "the wire": {
    "wire.impression": "an impression, bytes",
    "wire.envelope": "of these: around the events",
    "wire.pageview": "the page view",
    "wire.event": "events of impressions, without what was seen",
    "wire.ids": "what was seen",
    "wire.batch": "impressions in a request",
    "wire.click": "a click, bytes",
    "wire.requests": "requests a flush",
  },
  "a link": { "navigation.delay": "from the click to the navigation, ms" },
  "a list that opens and closes": {
    "leak.heap": "heap that is left, KB",
    "leak.nodes": "nodes that are left",
    "leak.detached": "detached nodes",
  },
};

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

/** One part: a row for each figure, a column for each contender that took part. */
export function figures(results: Results, part: string): string {
  const rows = Object.entries(ROWS[part] ?? {});
  const present = LONG.filter(({ name }) =>
    rows.some(([metric]) => valuesOf(results, part, metric, name).length),
  );
  const missing = results.absences
    .filter((one) => one.part === part)
    .map(({ contender, why }) => `${contender} ${why}, and was left out of the rounds after it.`);
  const cells = rows.map(([metric, label]) => [
    label,
    ...present.map(({ name }) => cell(valuesOf(results, part, metric, name))),
  ]);
  return [table([part, ...present.map(({ label }) => label)], cells), ...missing].join("\n\n");
}

export const PARTS = Object.keys(ROWS);

/** Bytes of each script with brotli. */
export const bytes = ({ bundles }: Results): string =>
  table(
    ["", ...Object.keys(bundles)],
    [["bytes with brotli", ...Object.values(bundles).map((size) => number(size))]],
  );
