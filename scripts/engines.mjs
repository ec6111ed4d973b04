#!/usr/bin/env node
/**
 * Makes sure that Chromium, Firefox and WebKitGTK are there, and runs the truth suite in them; arguments are passed on to
 * Playwright. An engine that is missing and cannot be installed is said and fails the run; the others run all the same.
 * `--write` puts what was measured into docs/measurement.md; without it nothing is written or compared.
 */
import { spawnSync } from "node:child_process";
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { install } from "./apt.mjs";
import { ensureBrowser } from "./browser.mjs";
import { ENGINES, missing } from "./engine-programs.mjs";
import { REPORT, resultsOf, withResults } from "./truth-table.mjs";

const given = process.argv.slice(2).filter((arg) => arg !== "--write");
const writes = process.argv.includes("--write");
// What is published is a whole run, of the walks and the script that everybody gets.
const partial = [...given, ...["TRACKTAG_SEED", "TRACKTAG_DIST"].filter((name) => process.env[name])];
if (writes && partial.length) {
  console.error(`--write takes a whole run, without ${partial.join(", ")}`);
  process.exit(2);
}

const wanted = Object.entries(ENGINES).flatMap(([engine, packages]) =>
  missing(engine).map((program) => packages[program]),
);
if (wanted.length) {
  console.error(`Installing Debian's ${wanted.join(", ")} …`);
  await install(...wanted);
}

const ready = [];
for (const engine of Object.keys(ENGINES)) {
  const lacking = missing(engine);
  if (lacking.length)
    console.error(`No ${engine}: no ${lacking.join(", ")} here, and apt-get could not install it`);
  else ready.push(engine);
}
try {
  await ensureBrowser();
  ready.push("chromium");
} catch (error) {
  console.error(error.message);
}

const playwright = fileURLToPath(import.meta.resolve("@playwright/test/cli"));
// Real tabs are Chromium's.
const projects = ready.flatMap((engine) => (engine === "chromium" ? [engine, "lifecycle"] : [engine]));
const chosen = given.some((arg) => arg.startsWith("--project"))
  ? []
  : projects.map((name) => `--project=${name}`);
const args = ["test", "--config=playwright.engines.config.ts", ...chosen, ...given];
// A run that ends early leaves no report, and must not leave an older one.
rmSync(REPORT, { force: true });
const { status } = spawnSync(process.execPath, [playwright, ...args], { stdio: "inherit" });
const isWhole = ready.length === 3;
if (writes && isWhole) {
  const page = new URL("../docs/measurement.md", import.meta.url);
  const results = resultsOf(JSON.parse(readFileSync(REPORT, "utf8")));
  writeFileSync(page, withResults(readFileSync(page, "utf8"), results));
  console.log("docs/measurement.md has the results of this run");
}
process.exit(isWhole ? (status ?? 1) : 1);
