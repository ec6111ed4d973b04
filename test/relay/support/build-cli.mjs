import { readdirSync, statSync } from "node:fs";
import { rollup } from "rollup";
import configuration from "../../../rollup.config.mjs";

const CLI = "dist/cli.js";

/** The tests of the command run what is shipped: it is built first, unless it is newer than all of its sources. */
export default async function buildCli() {
  if (newestUnder("src") < modified(CLI)) return;
  const entry = configuration.find(({ output }) => output.file === CLI);
  const bundle = await rollup(entry);
  await bundle.write(entry.output);
  await bundle.close();
}

function newestUnder(folder) {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((each) => each.isFile());
  return Math.max(...files.map(({ parentPath, name }) => modified(`${parentPath}/${name}`)));
}

function modified(file) {
  return statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}
