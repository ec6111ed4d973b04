#!/usr/bin/env node
/** The size gate: prints what each script weighs, in bytes, and fails where one is over its limit. */
import { readFileSync } from "node:fs";

/**
 * Brotli bytes. Above `limit` the build is refused; `aim` is where we want to be. The scripts are still over what they
 * are to have: until then the limits keep what has been reached. Most of what direct mode adds are the five destinations
 * with their tables.
 */
const BUDGETS = {
  "tracktag.js": { limit: 7800, aim: 6144 },
  "tracktag.direct.js": { limit: 12330, aim: 7680 },
  "tracktag.lobby.js": { limit: 3116, aim: 3072 },
  // The add-ons alone: two libraries and what wraps them.
  "tracktag.full.js": { above: "tracktag.direct.js", limit: 12288 },
};

const COLUMNS = ["script", "raw", "gzip", "brotli", "aim", "limit", "room"];

const sizes = JSON.parse(readFileSync(new URL("../dist/integrity.json", import.meta.url), "utf8"));

const missing = Object.keys(BUDGETS).filter((name) => !sizes[name]);

/** A limit above another script's size moves with it. */
const limitOf = (name) => {
  const { limit, above } = BUDGETS[name] ?? {};
  return above ? limit + sizes[above]?.brotli : limit;
};
const over = Object.keys(BUDGETS).filter((name) => sizes[name]?.brotli > limitOf(name));

const rows = Object.entries(sizes).map(([name, { raw, gzip, brotli }]) => {
  const { aim } = BUDGETS[name] ?? {};
  const limit = limitOf(name);
  return [name, raw, gzip, brotli, aim ?? "", limit ?? "", limit === undefined ? "" : limit - brotli];
});
for (const [name, ...numbers] of [COLUMNS, ...rows])
  console.log(name.padEnd(24) + numbers.map((number) => String(number).padStart(8)).join(""));

for (const name of missing) console.error(`${name} has a size limit but was not built`);
for (const name of over)
  console.error(`${name} is ${sizes[name].brotli - limitOf(name)} bytes over its limit of ${limitOf(name)}`);
process.exit(missing.length + over.length ? 1 : 0);
