import { expect, test } from "vitest";
import { resultsOf } from "../../scripts/delivery-table.mjs";

/** A report of Playwright's whose only test has noted these. */
const report = (...annotations: { type: string; description: string }[]) => ({
  stats: { startTime: "2030-01-02T12:00:00.000Z" },
  suites: [{ specs: [{ tests: [{ annotations }] }] }],
});

const measured = (name: string, more: object) => ({
  type: "measured",
  description: JSON.stringify({
    name,
    subject: "a",
    visits: 2,
    captured: 5,
    delivered: 5,
    copies: 1,
    lost: {},
    ...more,
  }),
});

test("results: walks are summed for each way, with their losses by reason and what beacons had met; those that not every way took are left out; faults and kills stand alone", () => {
  const results = resultsOf(
    report(
      measured("walk from visit 1, a", {
        delivered: 3,
        lost: { "browser killed": 1, "beacon met a fault: reset": 1 },
      }),
      measured("walk from visit 21, a", { delivered: 4, lost: { "beacon met a fault: offline": 1 } }),
      measured("walk from visit 1, b", { subject: "b", delivered: 4, lost: { "in memory alone": 1 } }),
      measured("walk from visit 21, b", { subject: "b" }),
      measured("walk from visit 41, b", { subject: "b", captured: 99 }),
      measured("navigation", {}),
      measured("a limit", { delivered: 4, lost: { "beacon met a fault: relay down": 1 } }),
      measured("browser killed 100 ms after a click, nothing answers", { delivered: 1 }),
      measured("browser killed 20 ms after a click, the relay answers", { delivered: 4 }),
      { type: "cost", description: JSON.stringify({ waiting: 1000, own: 20.4, all: 700 }) },
    ),
  );
  expect(results).toContain("2 January 2030");
  const rows = results.split("\n").filter((one) => /^\| (?!---)/.test(one));
  expect(rows.filter((one) => !/captured|offline|ms after|events that wait/.test(one))).toEqual([
    "| a | 4 | 10 | 7 | 2 | 3 (30.0 %) | 2 | 1 | 0 | 0 | 0 | 0 |",
    "| b | 4 | 10 | 9 | 2 | 1 (10.0 %) | 0 | 0 | 0 | 1 | 0 | 0 |",
    "| a | 1 | 1 |",
    "| b | 0 | 0 |",
    "| navigation | 2 | 5 | 5 | 1 | 0 |",
    "| a limit | 2 | 5 | 4 | 1 | 1: beacon met a fault, relay down |",
    "| 20 |  | 1 of 5 |",
    "| 100 | 4 of 5 |  |",
    "| 1000 | 20 | 700 |",
  ]);
});
