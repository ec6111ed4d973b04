import { expect, test } from "vitest";
import { resultsOf, withResults } from "../../scripts/truth-table.mjs";
import { text } from "../support/examples.js";
import { PAGES } from "../truth/pages.js";

const page = text("docs/measurement.md");

test("the results have each page of the suite, in three engines, and say that all was found and nothing invented", () => {
  const [, results = ""] = /<!-- results: begin -->([\s\S]*)<!-- results: end -->/.exec(page) ?? [];
  const rows = (results.match(/^\| .+ \|$/gm) ?? []).map((row) => row.slice(2, -2).split(" | "));
  expect(rows[0]?.map((cell) => cell.split(" ")[0])).toEqual(["page", "Chromium", "Firefox", "WebKitGTK"]);
  const measured = rows.slice(2, -1);
  expect(measured.map(([name]) => name)).toEqual([...PAGES.map(({ name }) => name), "all pages"]);
  for (const [name, ...cells] of measured)
    for (const cell of cells) expect(cell, name).toMatch(/^1\.000 of \d+ · 1\.000 of \d+$/);
});

/** A report of Playwright's with one page, as two engines walked it. */
const report = (...measured: object[]) => ({
  stats: { startTime: "2030-01-02T12:00:00.000Z" },
  suites: [
    {
      suites: [
        {
          specs: measured.map((one) => ({
            tests: [{ annotations: [{ type: "measured", description: JSON.stringify(one) }] }],
          })),
        },
      ],
    },
  ],
});

test("results: shares of each page, their sum, and what was not measured", () => {
  const common = { engine: "A 1", must: 4, found: 3, counted: 2, right: 2, clicks: 2, areClicksExact: true };
  const other = { ...common, page: "y", must: 4, found: 4, areClicksExact: false };
  const results = resultsOf(report({ ...common, page: "x" }, other, { ...other, engine: "B 1" }));
  expect(results).toContain("2 January 2030");
  expect(results.slice(results.indexOf("|")).split("\n")).toEqual([
    "| page | A 1 | B 1 |",
    "| --- | --- | --- |",
    "| x | 0.750 of 4 · 1.000 of 2 | not measured |",
    "| y | 1.000 of 4 · 1.000 of 2 | 1.000 of 4 · 1.000 of 2 |",
    "| all pages | 0.875 of 8 · 1.000 of 4 | 1.000 of 4 · 1.000 of 2 |",
    "| clicks | 4, exact on 1 of 2 pages | 2, exact on 0 of 1 pages |",
  ]);
});

test("results stand between their lines, and nothing else is touched", () => {
  const written = withResults(page, "new");
  expect(withResults(written, "newer")).toBe(written.replace("\nnew\n", "\nnewer\n"));
  expect(written.split("\nnew\n")).toHaveLength(2);
  expect(() => withResults("# Another page", "new")).toThrow("docs/measurement.md lacks the lines");
});
