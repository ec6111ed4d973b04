#!/usr/bin/env node
/**
 * What a run of the truth suite measured, as docs/measurement.md has it. Prints the last run's; `npm run test:engines --
 * --write` writes it there.
 */
import { readFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";

/** Playwright's JSON report of the suite. */
export const REPORT = new URL("../test-results/engines.json", import.meta.url);

/** Between these two lines the page is the suite's. */
const MARKERS = ["<!-- results: begin -->", "<!-- results: end -->"];

const testsOf = ({ suites = [], specs = [] }) => [
  ...suites.flatMap(testsOf),
  ...specs.flatMap(({ tests }) => tests),
];

/** What the tests of a report have noted under this name. */
export const notedIn = (report, name = "measured") =>
  testsOf(report)
    .flatMap(({ annotations }) => annotations)
    .filter(({ type }) => type === name)
    .map(({ description }) => JSON.parse(description));

export const sum = (rows, name) => rows.reduce((total, row) => total + row[name], 0);

/** Recall and precision over some pages. A page whose test broke off before it was judged was not measured. */
function shares(rows) {
  if (!rows.length) return "not measured";
  const [must, found, counted, right] = ["must", "found", "counted", "right"].map((name) => sum(rows, name));
  return `${(found / must).toFixed(3)} of ${must} · ${(right / counted).toFixed(3)} of ${counted}`;
}

const clicks = (rows) =>
  `${sum(rows, "clicks")}, exact on ${sum(rows, "areClicksExact")} of ${rows.length} pages`;

/** A row of a table. */
export const line = (cells) => `| ${cells.join(" | ")} |`;

/** A table's lines, and an empty one behind it. */
export const table = (columns, rows) => [
  line(columns),
  line(columns.map(() => "---")),
  ...rows.map(line),
  "",
];

/** When and where a report was made. */
export function whenIn({ stats }) {
  const day = new Date(stats.startTime).toLocaleDateString("en-GB", { dateStyle: "long" });
  return `Measured on ${day} by a machine with ${availableParallelism()} cores, in one run.`;
}

/** The results in Markdown: when and where they were measured, and a table of pages and engines. */
export function resultsOf(report) {
  const measured = notedIn(report);
  const engines = [...new Set(measured.map(({ engine }) => engine))].sort();
  const pages = [...new Set(measured.map(({ page }) => page))];
  const row = (name, cell, rows = measured) =>
    line([name, ...engines.map((engine) => cell(rows.filter((one) => one.engine === engine)))]);
  return [
    whenIn(report),
    "",
    line(["page", ...engines]),
    line(["---", ...engines.map(() => "---")]),
    ...pages.map((page) =>
      row(
        page,
        shares,
        measured.filter((one) => one.page === page),
      ),
    ),
    row("all pages", shares),
    row("clicks", clicks),
  ].join("\n");
}

/** The page with other results. Throws where it has no place for them. */
export function withResults(page, results, name = "docs/measurement.md") {
  const [begin, end] = MARKERS.map((marker) => page.indexOf(marker));
  if (begin < 0 || end < begin) throw new Error(`${name} lacks the lines ${MARKERS.join(" and ")}`);
  return `${page.slice(0, begin)}${MARKERS[0]}\n${results}\n${page.slice(end)}`;
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  console.log(resultsOf(JSON.parse(readFileSync(REPORT, "utf8"))));
