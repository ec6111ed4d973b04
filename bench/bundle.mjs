import { fileURLToPath } from "node:url";
import { build } from "esbuild";

/** The text of a contender's script, with its libraries and minified: `/contenders/NAME.js`. */
export async function bundle(src) {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL(`.${src}`, import.meta.url))],
    bundle: true,
    minify: true,
    format: "iife",
    target: "es2022",
    write: false,
    logLevel: "error",
  });
  return outputFiles[0].text;
}
