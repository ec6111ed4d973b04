#!/usr/bin/env node
/**
 * Makes sure that there is a Chromium, and runs the delivery suite in it; arguments are passed on to Playwright.
 * `TRACKTAG_VISITS` says how many visits each walk takes, 60 where it is not set. `--write` takes a thousand, and puts what
 * was measured into docs/delivery.md; without it nothing is written or compared.
 */
import { spawnSync } from "node:child_process";
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { ensureBrowser } from "./browser.mjs";
import { REPORT, resultsOf } from "./delivery-table.mjs";
import { withResults } from "./truth-table.mjs";

const PAGE = "docs/delivery.md";

const given = process.argv.slice(2).filter((arg) => arg !== "--write");
const writes = process.argv.includes("--write");
// What is published is a whole run, of the walks and the script that everybody gets.
const partial = [
  ...given,
  ...["TRACKTAG_SEED", "TRACKTAG_DIST", "TRACKTAG_VISITS"].filter((name) => process.env[name]),
];
if (writes && partial.length) {
  console.error(`--write takes a whole run, without ${partial.join(", ")}`);
  process.exit(2);
}
if (writes) process.env.TRACKTAG_VISITS = "1000";

try {
  await ensureBrowser();
} catch (error) {
  console.error(error.message);
  process.exit(1);
}
const playwright = fileURLToPath(import.meta.resolve("@playwright/test/cli"));
const args = ["test", "--config=playwright.delivery.config.ts", ...given];
// A run that ends early leaves no report, and must not leave an older one.
rmSync(REPORT, { force: true });
const { status } = spawnSync(process.execPath, [playwright, ...args], { stdio: "inherit" });
if (writes && status === 0) {
  const page = new URL(`../${PAGE}`, import.meta.url);
  const results = resultsOf(JSON.parse(readFileSync(REPORT, "utf8")));
  writeFileSync(page, withResults(readFileSync(page, "utf8"), results, PAGE));
  console.log(`${PAGE} has the results of this run`);
}
process.exit(status ?? 1);
