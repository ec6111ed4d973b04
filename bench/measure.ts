import { readFileSync } from "node:fs";
import { brotliCompressSync } from "node:zlib";
import type { Chromium } from "./chromium.js";
import { CONTENDERS } from "./contenders.js";
import { present } from "./engines.js";
import { describe, load } from "./machine.js";
import type { Results } from "./results.js";
import { type Measures, runRounds } from "./rounds.js";
import type { Site } from "./site.js";

/** Bytes with brotli of the scripts in `dist/`, as the build has weighed them. */
function sizes(): Record<string, number> {
  const file = new URL("../dist/integrity.json", import.meta.url);
  const weighed = JSON.parse(readFileSync(file, "utf8")) as Record<string, { brotli: number }>;
  return Object.fromEntries(Object.entries(weighed).map(([name, { brotli }]) => [name, brotli]));
}

/** Measures, and tells what a reader must know of the machine. @param scripts by path */
export async function measure(
  chromium: Chromium,
  site: Site,
  scripts: ReadonlyMap<string, string>,
  measures: Measures,
): Promise<Results> {
  const { here, skipped, versions } = await present(measures.plan);
  const before = load();
  let most = 0;
  const measured = await runRounds(chromium, site, { ...measures, plan: here }, (line) => {
    most = Math.max(most, load());
    console.error(`${line}, load ${load().toFixed(1)}`);
  });
  const rounds = new Set(measured.samples.map(({ round }) => round)).size;
  return {
    date: new Date().toISOString(),
    rounds,
    machine: {
      ...describe([`Chromium ${chromium.browser.version()}, headless`, ...versions]),
      load: `${before.toFixed(1)} before, ${most.toFixed(1)} at most`,
    },
    sizes: sizes(),
    bundles: Object.fromEntries(
      CONTENDERS.map(({ label, src }) => [label, brotliCompressSync(scripts.get(src) ?? "").length]),
    ),
    skipped,
    ...measured,
  };
}
