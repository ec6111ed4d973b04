import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { type Chromium, startChromium } from "./chromium.js";
import { isBusy, load } from "./machine.js";
import { measure } from "./measure.js";
import { pageOf } from "./performance-page.js";
import { picture } from "./picture.js";
import { PLAN } from "./plan.js";
import { profile } from "./profile.js";
import { figures, goals, PARTS, times } from "./report.js";
import type { Results } from "./results.js";
import { scripts } from "./scripts.js";
import { type Site, startSite } from "./site.js";

/**
 * `npm run bench`: measures, and writes docs/performance.md with its picture. `--quick` measures 1,000 cards once and
 * `--part NAME` a part of the plan, in `--rounds N`: both print what they found, and write no page. `--profile SCENE`
 * prints where our own time goes, with `--cards`. `--written` writes the page anew from the last whole run.
 */
const { values: args } = parseArgs({
  options: {
    quick: { type: "boolean" },
    part: { type: "string", multiple: true },
    profile: { type: "string" },
    cards: { type: "string", default: "1000" },
    written: { type: "boolean" },
    rounds: { type: "string", default: "5" },
    /** Seconds that one page with one contender may take. Who takes longer is stopped, and not asked again. */
    limit: { type: "string", default: "30" },
    minutes: { type: "string", default: "40" },
  },
});

/** Ends with the words where something is asked for that there is not. */
function refuse(what: string): never {
  console.error(what);
  process.exit(2);
}

/** A number of those options that have one. */
function positive(name: "cards" | "rounds" | "limit" | "minutes"): number {
  const value = Number(args[name]);
  return value > 0 ? value : refuse(`--${name} ${args[name]} is no number above 0`);
}

const file = (path: string) => fileURLToPath(new URL(`../${path}`, import.meta.url));
const RAW = file("test-results/bench.json");

/** Lends a browser and the site. */
async function using<T>(
  use: (chromium: Chromium, site: Site, scripts: Map<string, string>) => Promise<T>,
): Promise<T> {
  const all = await scripts();
  const site = await startSite(all);
  const chromium = await startChromium();
  try {
    return await use(chromium, site, all);
  } finally {
    await chromium.close();
    await site.close();
  }
}

const parts = args.quick ? ["1,000 cards"] : args.part;
for (const part of parts ?? [])
  if (!PLAN.some(({ name }) => name === part))
    refuse(`No part "${part}": there are ${PLAN.map(({ name }) => `"${name}"`).join(", ")}`);

const measured = () =>
  using((chromium, site, all) =>
    measure(chromium, site, all, {
      plan: PLAN.filter(({ name }) => !parts || parts.includes(name)),
      rounds: args.quick ? 1 : positive("rounds"),
      limit: positive("limit") * 1000,
      end: performance.now() + positive("minutes") * 60_000,
    }),
  );

function print(results: Results): void {
  for (const part of PARTS)
    if ([...results.samples, ...results.absences, ...results.skipped].some((one) => one.part === part))
      console.log(`${figures(results, part)}\n`);
  console.log(`${goals(results)}\n\n${times(results)}`);
}

function write(results: Results): void {
  writeFileSync(file("docs/performance.md"), pageOf(results));
  writeFileSync(file("docs/pictures/performance.svg"), picture(results));
  console.log("docs/performance.md has the results of this run");
}

const { profile: scene } = args;
if (scene) console.log(await using(({ browser }, site) => profile(browser, site, scene, positive("cards"))));
else if (args.written) write(JSON.parse(readFileSync(RAW, "utf8")));
else if (parts) print(await measured());
else if (isBusy())
  refuse(`The machine is busy, its load is ${load().toFixed(1)}: what it measured would mean nothing`);
else {
  const results = await measured();
  mkdirSync(file("test-results"), { recursive: true });
  writeFileSync(RAW, JSON.stringify(results));
  write(results);
}
