import { expect, test } from "vitest";
import { costs } from "../../bench/costs.js";
import { pageOf } from "../../bench/performance-page.js";
import { PLAN } from "../../bench/plan.js";
import { fewer, figures, times } from "../../bench/report.js";
import type { Results } from "../../bench/results.js";
import { ROWS } from "../../bench/rows.js";

const LONG = "10,000 cards";
const FIREFOX = "1,000 cards in Firefox";

const sample = (part: string, contender: string, round: number) => ({
  part,
  contender,
  metric: "start.total",
  round,
  value: 1,
});

const results: Results = {
  date: "2026-01-02T03:04:05.000Z",
  rounds: 2,
  machine: {},
  sizes: {},
  bundles: {},
  skipped: [{ part: FIREFOX, why: "firefox-esr not installed" }],
  absences: [],
  took: { [LONG]: 90, "a link": 30 },
  samples: [
    ...["none", "tracktag", "unparked"].flatMap((who) => [0, 1].map((round) => sample(LONG, who, round))),
    sample("50,000 cards", "none", 0),
  ],
};

test("each part of the plan has its table", () => {
  expect(Object.keys(ROWS).sort()).toEqual(PLAN.map(({ name }) => name).sort());
});

test("ours with and without parking are columns of their own, where both were measured", () => {
  expect(figures(results, LONG)).toContain(
    "| 10,000 cards | no script | tracktag | tracktag, data-lobby=0 |",
  );
  expect(figures(results, "50,000 cards")).toContain("| 50,000 cards | no script |\n");
});

test("an engine that is not there is one line of the page, and no table", () => {
  expect(figures(results, FIREFOX)).toBe(
    "1,000 cards in Firefox were not measured: firefox-esr not installed.",
  );
  expect(pageOf(results)).toContain(
    "\n\n1,000 cards in Firefox were not measured: firefox-esr not installed.\n\n",
  );
});

test("a part that no time was left for has no table", () => {
  expect(figures(results, "a link")).toBe("a link: no time was left to measure it.");
});

test("the page says which parts had fewer rounds, and how long each took", () => {
  expect(fewer(results)).toBe(" (of fewer for 50,000 cards: 1)");
  expect(fewer({ ...results, samples: [] })).toBe("");
  expect(times(results)).toBe("10,000 cards 1.5 min, a link 0.5 min; all parts 2.0 min");
});

test("the page says whether there is a script that parks", () => {
  expect(pageOf(results)).toContain("is not built yet");
  expect(pageOf({ ...results, sizes: { "tracktag.lobby.js": 1 } })).not.toContain("is not built yet");
});

test("what a page pays is beyond no script, round by round; what was not measured is a dash", () => {
  const of = (contender: string, values: number[]) =>
    values.map((value, round) => ({ ...sample(LONG, contender, round), metric: "slow.total", value }));
  const samples = [of("none", [100, 200]), of("bare", [700, 1400]), of("tracktag", [160, 320])].flat();
  const rows = costs({ ...results, samples }).split("\n");
  expect(rows).toContain("| a frame of slow scrolling | 7.5 ms | 0.75 ms |");
  expect(rows).toContain("| 10,000 cards: the start, once a page | – | – |");
});
