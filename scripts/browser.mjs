#!/usr/bin/env node
/**
 * Makes sure that there is a Chromium for the browser tests, and prints which.
 * `TRACKTAG_CHROMIUM` names one; without it the first of the ways below that works is taken and remembered.
 */
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { chromium } from "@playwright/test";
import { install as apt } from "./apt.mjs";
import { run } from "./run.mjs";

/** The choice of last time, so that a download that failed is not tried again before the next `npm ci`. */
const MEMORY = fileURLToPath(new URL("../node_modules/.cache/tracktag/browser.json", import.meta.url));

const NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

const playwrights = () => chromium.executablePath();

const systems = () =>
  (process.env.PATH ?? "")
    .split(delimiter)
    .flatMap((folder) => NAMES.map((name) => join(folder, name)))
    .find(existsSync);

const download = () => {
  console.error("Downloading Playwright's Chromium …");
  const cli = fileURLToPath(import.meta.resolve("@playwright/test/cli"));
  // Without a network each of its five attempts must give up soon: behind some firewalls nothing answers at all.
  const env = { PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: "10000" };
  return run(process.execPath, [cli, "install", "--no-shell", "chromium"], 300_000, env);
};

const debian = () => {
  console.error("Installing Debian's Chromium …");
  return apt("chromium", "fonts-liberation");
};

/** In order of preference. A way with `install` is tried only where the ways before it found nothing. */
const WAYS = [
  { find: playwrights },
  { install: download, find: playwrights },
  { find: systems },
  { install: debian, find: systems },
];

/** Playwright's download comes without the system libraries that it needs: a file alone proves nothing. */
const version = (path) => {
  const { status, stdout } = spawnSync(path, ["--version"], { encoding: "utf8", timeout: 30_000 });
  return status === 0 ? stdout.trim() : undefined;
};

/** The choice stands until Playwright is updated, or its own browser comes or goes. */
const stamp = () => `${existsSync(playwrights()) ? "has" : "lacks"} ${playwrights()}`;

const remembered = () => {
  try {
    const memory = JSON.parse(readFileSync(MEMORY, "utf8"));
    return memory.stamp === stamp() && existsSync(memory.path) ? memory.path : undefined;
  } catch {
    return undefined;
  }
};

/** The path of the Chromium to launch; undefined where there is none yet. Installs nothing. */
export const browserPath = () =>
  process.env.TRACKTAG_CHROMIUM ||
  remembered() ||
  [playwrights(), systems()].find((path) => path && existsSync(path));

/** Finds or installs a Chromium: its path and version. Throws an error of one line where nothing works. */
export async function ensureBrowser() {
  const given = process.env.TRACKTAG_CHROMIUM;
  const known = given || remembered();
  const knownVersion = known && version(known);
  if (knownVersion) return { path: known, version: knownVersion };
  if (given) throw new Error(`TRACKTAG_CHROMIUM=${given} does not run`);
  for (const { install, find } of WAYS) {
    if (install && !(await install())) continue;
    const path = find();
    const found = path && version(path);
    if (!found) continue;
    mkdirSync(dirname(MEMORY), { recursive: true });
    writeFileSync(MEMORY, JSON.stringify({ path, stamp: stamp() }));
    return { path, version: found };
  }
  throw new Error(
    "No Chromium for the browser tests: neither Playwright's download nor apt-get worked; install one and set TRACKTAG_CHROMIUM to its path",
  );
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    const { path, version } = await ensureBrowser();
    console.log(`Browser tests run in ${version}, ${path}`);
  } catch (error) {
    console.error(error.message);
    process.exit(1);
  }
}
