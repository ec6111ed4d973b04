/** The walks of a run of the delivery suite, side by side, as docs/delivery.md has them. */
import { sum, table } from "./truth-table.mjs";

const WALK = /^walk from visit (\d+),/;

export const isWalk = (name) => WALK.test(name);

/** Why events are lost, as the suite words it; behind a colon stands what exactly it was. */
const REASONS = [
  "beacon met a fault",
  "browser killed",
  "renderer crashed",
  "in memory alone",
  "dropped",
  "unexplained",
];

/** Losses of several rows: how many for each reason that `name` makes of the suite's. */
function tally(rows, name) {
  const all = {};
  for (const { lost } of rows)
    for (const [reason, count] of Object.entries(lost)) {
      const key = name(reason);
      if (key) all[key] = (all[key] ?? 0) + count;
    }
  return all;
}

const COUNTS = ["visits", "captured", "delivered", "copies"];

/** What was opened, captured and delivered. */
export const counts = (rows) => COUNTS.map((column) => sum(rows, column));

/** How many were lost, and what share that is. */
function share(rows) {
  const [captured, delivered] = [sum(rows, "captured"), sum(rows, "delivered")];
  return `${captured - delivered} (${((100 * (captured - delivered)) / captured).toFixed(1)} %)`;
}

/** A table of subjects and of what their losses are named, a column for each name. */
function sideBySide(walks, head, cells, name, names) {
  const subjects = [...new Set(walks.map(({ subject }) => subject))];
  const columns = names ?? Object.keys(tally(walks, name)).sort();
  return table(
    ["", ...head, ...columns],
    subjects.map((subject) => {
      const rows = walks.filter((one) => one.subject === subject);
      const all = tally(rows, name);
      return [subject, ...cells(rows), ...columns.map((column) => all[column] ?? 0)];
    }),
  );
}

/** The walks that were taken in every way to deliver: a run that was broken off has some that were not. */
function walksIn(measured) {
  const walks = measured
    .filter(({ name }) => WALK.test(name))
    .map((one) => ({ ...one, walk: WALK.exec(one.name)[1] }));
  const ways = new Set(walks.map(({ subject }) => subject)).size;
  return walks.filter(({ walk }) => walks.filter((other) => other.walk === walk).length === ways);
}

/** What became of events in each way to deliver, why, and what the beacons had met that were lost. */
export function walksOf(measured) {
  const walks = walksIn(measured);
  return [
    "**The same walk, three ways to deliver, and why events were lost:**",
    "",
    ...sideBySide(
      walks,
      ["pages", "captured", "delivered", "copies", "lost"],
      (rows) => [...counts(rows), share(rows)],
      (reason) => reason.split(": ")[0],
      REASONS,
    ),
    "**What those beacons had met:**",
    "",
    ...sideBySide(
      walks,
      [],
      () => [],
      (reason) => /^beacon met a fault: (.+)/.exec(reason)?.[1],
    ),
  ];
}
