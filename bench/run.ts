import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { brotliCompressSync } from "node:zlib";
import { chromium } from "@playwright/test";
import { ensureBrowser } from "../scripts/browser.mjs";
import { CHROMIUM_FLAGS } from "../test/support/chromium-flags.js";
import { CONTENDERS, scripts } from "./contenders.js";
import { describe, isBusy, load } from "./machine.js";
import { pageOf } from "./performance-page.js";
import { picture } from "./picture.js";
import { PLAN } from "./plan.js";
import { figures, goals, PARTS } from "./report.js";
import type { Results } from "./results.js";
import { runRounds } from "./rounds.js";
import { startSite } from "./site.js";

/**
 * `npm run bench`: measures, and writes docs/performance.md with its picture. `--quick` measures 1,000 cards once and
 * `--part NAME` a part of the plan; both print what they found, and write no page. `--written` writes the page from the
 * last whole run.
 */
const { values: args } = parseArgs({
  options: {
    quick: { type: "boolean" },
    written: { type: "boolean" },
    part: { type: "string", multiple: true },
    rounds: { type: "string", default: "5" },
    limit: { type: "string", default: "45" },
  },
});

const root = (path: string) => fileURLToPath(new URL(`../${path}`, import.meta.url));
const RAW = root("test-results/bench.json");

const weigh = (text: string): number => brotliCompressSync(text).length;

async function measure(): Promise<Results> {
  const all = await scripts();
  const site = await startSite(all);
  const { path } = await ensureBrowser();
  const browser = await chromium.launch({ executablePath: path, args: CHROMIUM_FLAGS });
  const parts = args.quick ? ["1,000 cards"] : (args.part ?? PLAN.map(({ name }) => name));
  const plan = PLAN.filter(({ name }) => parts.includes(name));
  const rounds = args.quick ? 1 : Number(args.rounds);
  const before = load();
  const measured = await runRounds(
    browser,
    site,
    { plan, rounds, limit: Number(args.limit) * 1000 },
    console.error,
  );
  const sizes = JSON.parse(readFileSync(root("dist/integrity.json"), "utf8")) as Record<
    string,
    { brotli: number }
  >;
  const results: Results = {
    date: new Date().toISOString(),
    rounds,
    machine: {
      ...describe(browser.version()),
      load: `${before.toFixed(1)} before, ${load().toFixed(1)} after`,
    },
    sizes: Object.fromEntries(Object.entries(sizes).map(([name, { brotli }]) => [name, brotli])),
    bundles: Object.fromEntries(CONTENDERS.map(({ label, src }) => [label, weigh(all.get(src) ?? "")])),
    ...measured,
  };
  await browser.close();
  await site.close();
  return results;
}

const isWhole = !args.quick && !args.part;
if (isWhole && !args.written && isBusy()) {
  console.error(`The machine is busy, its load is ${load().toFixed(1)}: what it measured would mean nothing`);
  process.exit(2);
}
const results = args.written ? (JSON.parse(readFileSync(RAW, "utf8")) as Results) : await measure();
if (isWhole) {
  mkdirSync(root("test-results"), { recursive: true });
  writeFileSync(RAW, JSON.stringify(results));
  writeFileSync(root("docs/performance.md"), pageOf(results));
  writeFileSync(root("docs/pictures/performance.svg"), picture(results));
  console.log("docs/performance.md has the results of this run");
} else {
  for (const part of PARTS)
    if (results.samples.some((one) => one.part === part)) console.log(`${figures(results, part)}\n`);
  console.log(goals(results));
}
