#!/usr/bin/env node
/** Writes `dist/tracktag.full.notices.txt`: the licences of the libraries that are part of `tracktag.full.js`. */
import { readFileSync, writeFileSync } from "node:fs";

/** Each with the file that has its licence. */
const LIBRARIES = { "web-vitals": "LICENSE", "ua-parser-js": "license.md" };

const read = (path) => readFileSync(new URL(`../node_modules/${path}`, import.meta.url), "utf8").trim();

const notices = Object.entries(LIBRARIES).map(([name, file]) => {
  const { version, license } = JSON.parse(read(`${name}/package.json`));
  return `${name} ${version}, ${license}\n\n${read(`${name}/${file}`)}\n`;
});
writeFileSync(
  new URL("../dist/tracktag.full.notices.txt", import.meta.url),
  notices.join(`\n${"-".repeat(80)}\n\n`),
);
