#!/usr/bin/env node
/** Builds, unless all that is built is newer than what it is built from: suites that run one after the other build once. */
import { spawnSync } from "node:child_process";
import { readdirSync, statSync } from "node:fs";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("..", import.meta.url));

/** Folders and files. */
const SOURCES = [
  ...["src", "demo", "scripts", "rollup.config.mjs", "package.json", "package-lock.json"],
  ...["tsconfig.json", "tsconfig.build.json"],
];

/** What a build writes last: without it there was none, or it has failed. */
const LAST = "dist/tracktag.config.schema.json";

const modified = (path) => statSync(ROOT + path, { throwIfNoEntry: false })?.mtimeMs ?? 0;

/** The time of the newest file at or under a path. */
const newest = (path) =>
  statSync(ROOT + path).isDirectory()
    ? Math.max(...readdirSync(ROOT + path).map((name) => newest(`${path}/${name}`)))
    : modified(path);

/** Throws when the build fails. */
export default function buildIfStale() {
  if (Math.max(...SOURCES.map(newest)) < modified(LAST)) return;
  const { status } = spawnSync("npm", ["run", "--silent", "build"], { cwd: ROOT, stdio: "inherit" });
  if (status !== 0) throw new Error("the build has failed");
}

if (process.argv[1] === fileURLToPath(import.meta.url)) buildIfStale();
