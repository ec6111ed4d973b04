#!/usr/bin/env node
/** Prints what the last `npm run test:engines` measured, as the table of docs/accuracy.md. */
import { readFileSync } from "node:fs";

const { suites } = JSON.parse(readFileSync(new URL("../test-results/engines.json", import.meta.url), "utf8"));

const testsOf = ({ suites = [], specs = [] }) => [
  ...suites.flatMap(testsOf),
  ...specs.flatMap(({ tests }) => tests),
];

const measured = suites
  .flatMap(testsOf)
  .flatMap(({ annotations }) => annotations)
  .filter(({ type }) => type === "measured")
  .map(({ description }) => JSON.parse(description));

const engines = [...new Set(measured.map(({ engine }) => engine))].sort();
const pages = [...new Set(measured.map(({ page }) => page))];

const cell = (page, engine) => {
  const one = measured.find((row) => row.page === page && row.engine === engine);
  if (!one) return "";
  const { must, found, counted, right } = one;
  return `${(found / must).toFixed(3)} of ${must} · ${(right / counted).toFixed(3)} of ${counted}`;
};

const line = (cells) => `| ${cells.join(" | ")} |`;
console.log(line(["page", ...engines]));
console.log(line(["---", ...engines.map(() => "---")]));
for (const page of pages) console.log(line([page, ...engines.map((engine) => cell(page, engine))]));
