#!/usr/bin/env node
/**
 * What a run of the delivery suite measured, as docs/delivery.md has it. Prints the last run's; `npm run test:delivery --
 * --write` writes it there.
 */
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { line, notedIn, sum, whenIn } from "./truth-table.mjs";

/** Playwright's JSON report of the suite. */
export const REPORT = new URL("../test-results/delivery.json", import.meta.url);

const KILL = /^browser killed (\d+) ms after a click, (.+)$/;

const WALK = /^walk from visit (\d+),/;

const COLUMNS = ["pages", "captured", "delivered", "copies", "lost, by what was done"];

/** Losses of several rows, the most frequent first. */
function losses(rows) {
  const all = {};
  for (const { lost } of rows)
    for (const [reason, count] of Object.entries(lost)) all[reason] = (all[reason] ?? 0) + count;
  const sorted = Object.entries(all).sort(([, a], [, b]) => b - a);
  return sorted.map(([reason, count]) => `${count} ${reason}`).join(", ");
}

const row = (name, rows) => {
  const [visits, captured, delivered, copies] = ["visits", "captured", "delivered", "copies"].map((column) =>
    sum(rows, column),
  );
  const lost = captured - delivered;
  return line([name, visits, captured, delivered, copies, lost ? `${lost}: ${losses(rows)}` : "0"]);
};

const table = (columns, rows) => [line(columns), line(columns.map(() => "---")), ...rows, ""];

/** Events that were captured, and lost with the browser; a name for each kill. */
const killed = (rows) =>
  rows.length ? `${sum(rows, "captured") - sum(rows, "delivered")} of ${sum(rows, "captured")}` : "";

/** The walks that were taken in every way to deliver: a run that was broken off has some that were not. */
function walksIn(measured) {
  const walks = measured
    .filter(({ name }) => WALK.test(name))
    .map((one) => ({ ...one, walk: WALK.exec(one.name)[1] }));
  const ways = new Set(walks.map(({ subject }) => subject)).size;
  return walks.filter(({ walk }) => walks.filter((other) => other.walk === walk).length === ways);
}

/** The results in Markdown: the walks side by side, the scenarios, the kills, and what it costs to keep an event. */
export function resultsOf(report) {
  const measured = notedIn(report);
  const walks = walksIn(measured);
  const kills = measured
    .filter(({ name }) => KILL.test(name))
    .map((one) => [...KILL.exec(one.name).slice(1), one]);
  const scenarios = measured.filter(({ name }) => !WALK.test(name) && !KILL.test(name));
  const roads = [...new Set(kills.map(([, road]) => road))];
  const moments = [...new Set(kills.map(([ms]) => ms))].sort((a, b) => a - b);
  return [
    whenIn(report),
    "",
    "**The same walk, three ways to deliver:**",
    "",
    ...table(
      ["", ...COLUMNS],
      [...new Set(walks.map(({ subject }) => subject))].map((subject) =>
        row(
          subject,
          walks.filter((one) => one.subject === subject),
        ),
      ),
    ),
    "**Each fault alone, with tracktag:**",
    "",
    ...table(
      ["scenario", ...COLUMNS],
      scenarios.map((one) => row(one.name, [one])),
    ),
    "**Lost when the whole browser is killed some time after a click:**",
    "",
    ...table(
      ["ms after the click", ...roads],
      moments.map((ms) =>
        line([
          ms,
          ...roads.map((road) =>
            killed(kills.filter(([at, by]) => at === ms && by === road).map(([, , one]) => one)),
          ),
        ]),
      ),
    ),
    "**What one more event costs, µs, the middle one of 101; tracktag's has all of capturing in it, the other the write alone:**",
    "",
    ...table(
      ["events that wait", "tracktag, a key for each event", "one key for all of them"],
      notedIn(report, "cost").map(({ waiting, own, all }) =>
        line([waiting, Math.round(own), Math.round(all)]),
      ),
    ),
  ]
    .join("\n")
    .trimEnd();
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  console.log(resultsOf(JSON.parse(readFileSync(process.argv[2] ?? REPORT, "utf8"))));
