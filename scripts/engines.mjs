#!/usr/bin/env node
/**
 * Makes sure that Chromium, Firefox and WebKitGTK are there, and runs the truth suite in them; arguments are passed on to
 * Playwright. An engine that is missing and cannot be installed is said and fails the run; the others run all the same.
 */
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { install } from "./apt.mjs";
import { ensureBrowser } from "./browser.mjs";

/** Whether a program can be found; a path is one. */
const has = (program) => spawnSync("sh", ["-c", 'command -v -- "$1"', "sh", program]).status === 0;

/** Debian's package of each program. */
const ENGINES = {
  firefox: { [process.env.TRACKTAG_FIREFOX ?? "firefox-esr"]: "firefox-esr" },
  webkit: { WebKitWebDriver: "webkit2gtk-driver", Xvfb: "xvfb" },
};

const missing = (programs) => Object.keys(programs).filter((program) => !has(program));

const wanted = Object.values(ENGINES).flatMap((programs) => missing(programs).map((one) => programs[one]));
if (wanted.length) {
  console.error(`Installing Debian's ${wanted.join(", ")} …`);
  await install(...wanted);
}

const ready = [];
for (const [engine, programs] of Object.entries(ENGINES)) {
  const lacking = missing(programs);
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
const given = process.argv.slice(2);
// Real tabs are Chromium's.
const projects = ready.flatMap((engine) => (engine === "chromium" ? [engine, "lifecycle"] : [engine]));
const chosen = given.some((arg) => arg.startsWith("--project"))
  ? []
  : projects.map((name) => `--project=${name}`);
const args = ["test", "--config=playwright.engines.config.ts", ...chosen, ...given];
const { status } = spawnSync(process.execPath, [playwright, ...args], { stdio: "inherit" });
process.exit(ready.length === 3 ? (status ?? 1) : 1);
