#!/usr/bin/env node
/**
 * What a run of the delivery suite measured, as docs/delivery.md has it. Prints the last run's; `npm run test:delivery --
 * --write` writes it there.
 */
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { counts, isWalk, walksOf } from "./delivery-walks.mjs";
import { notedIn, sum, table, whenIn } from "./truth-table.mjs";

/** Playwright's JSON report of the suite. */
export const REPORT = new URL("../test-results/delivery.json", import.meta.url);

const KILL = /^browser killed (\d+) ms after a click, (.+)$/;

/** A scenario's losses in words. */
const inWords = ({ lost }) =>
  Object.entries(lost)
    .map(([reason, count]) => `${count}: ${reason.replace(": ", ", ")}`)
    .join("; ") || "0";

/** Events that were captured, and lost with the browser; a name for each kill. */
const killed = (rows) =>
  rows.length ? `${sum(rows, "captured") - sum(rows, "delivered")} of ${sum(rows, "captured")}` : "";

/** The results in Markdown: the walks side by side, the scenarios, the kills, and what it costs to keep an event. */
export function resultsOf(report) {
  const measured = notedIn(report);
  const kills = measured
    .filter(({ name }) => KILL.test(name))
    .map((one) => [...KILL.exec(one.name).slice(1), one]);
  const scenarios = measured.filter(({ name }) => !isWalk(name) && !KILL.test(name));
  const roads = [...new Set(kills.map(([, road]) => road))];
  const moments = [...new Set(kills.map(([ms]) => ms))].sort((a, b) => a - b);
  return [
    whenIn(report),
    "",
    ...walksOf(measured),
    "**Each fault alone, with tracktag:**",
    "",
    ...table(
      ["scenario", "pages", "captured", "delivered", "copies", "lost"],
      scenarios.map((one) => [one.name, ...counts([one]), inWords(one)]),
    ),
    "**Lost when the whole browser is killed some time after a click:**",
    "",
    ...table(
      ["ms after the click", ...roads],
      moments.map((ms) => [
        ms,
        ...roads.map((road) =>
          killed(kills.filter(([at, by]) => at === ms && by === road).map(([, , one]) => one)),
        ),
      ]),
    ),
    "**What one more event costs, µs, the middle one of 101; tracktag's has all of capturing in it, the other the write alone:**",
    "",
    ...table(
      ["events that wait", "tracktag, a key for each event", "one key for all of them"],
      notedIn(report, "cost").map(({ waiting, own, all }) => [waiting, Math.round(own), Math.round(all)]),
    ),
  ]
    .join("\n")
    .trimEnd();
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  console.log(resultsOf(JSON.parse(readFileSync(process.argv[2] ?? REPORT, "utf8"))));
