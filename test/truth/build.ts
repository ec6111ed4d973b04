import { readdirSync } from "node:fs";
import { basename, resolve } from "node:path";
import { build } from "vite";

/** Where the bundles are: `sampler.js`, and each page's under its name. */
export const BUNDLES = resolve("test-results/truth");

const PAGES = resolve("test/truth/pages");

const options = {
  configFile: false,
  logLevel: "warn",
  publicDir: false,
  // Vue's own switches, and the libraries as they are in production.
  define: {
    "process.env.NODE_ENV": '"production"',
    __VUE_OPTIONS_API__: "false",
    __VUE_PROD_DEVTOOLS__: "false",
  },
} as const;

/** Bundles the sampler and the pages, before any test. */
export default async function bundle(): Promise<void> {
  await build({
    ...options,
    build: {
      outDir: BUNDLES,
      // A classic script: it must run before everything else in the page.
      lib: {
        entry: resolve("test/truth/sampler/index.ts"),
        formats: ["iife"],
        name: "sampler",
        fileName: () => "sampler.js",
      },
    },
  });
  await build({
    ...options,
    build: {
      outDir: BUNDLES,
      emptyOutDir: false,
      modulePreload: false,
      rollupOptions: {
        input: Object.fromEntries(
          readdirSync(PAGES)
            .filter((file) => file.endsWith(".ts"))
            .map((file) => [basename(file, ".ts"), resolve(PAGES, file)]),
        ),
        output: { entryFileNames: "[name].js", chunkFileNames: "chunks/[name].js" },
        preserveEntrySignatures: false,
      },
    },
  });
}
