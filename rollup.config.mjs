import { cpSync, rmSync } from "node:fs";
import resolve from "@rollup/plugin-node-resolve";
import typescript from "@rollup/plugin-typescript";
import { minify } from "terser";
import { internalNames } from "./scripts/internal-names.mjs";
import { librariesForPages } from "./scripts/libraries-for-pages.mjs";
import { withLikeNames } from "./scripts/like-names.mjs";

/** Every output is listed at the end of this file; nothing else is built. */

/** Types are checked by `npm run check`. Helpers stay out: `tslib` is not installed where the package is. */
const types = (target = "ES2020") =>
  typescript({
    tsconfig: "./tsconfig.build.json",
    target,
    importHelpers: false,
    // Nothing is checked here, and the tests need not be read.
    noCheck: true,
    noEmitOnError: false,
    noEmit: false,
    sourceMap: true,
  });

/** One keyword less: as long as it, so that the source map stays true. Nothing is assigned to a `const`, types say. */
const oneKeyword = {
  name: "one-keyword",
  renderChunk: (code) => ({ code: code.replace(/^(\s*(?:for \()?)const /gm, "$1let   "), map: null }),
};

/**
 * Chromium then compiles all functions on another thread, while the file arrives, and not each on the page's own when it is
 * first called. Source: https://v8.dev/blog/explicit-compile-hints
 */
const EAGER = "//# allFunctionsCalledOnLoad";

/** Shorter; the names of variables may be kept for a step after it. */
const minified = (input, keepsNames) => ({
  name: "minified",
  renderChunk: (code, _, { format }) =>
    minify(code, {
      ecma: 2020,
      module: format === "es",
      sourceMap: true,
      compress: { passes: 3, pure_getters: true, unsafe_arrows: true, unsafe_methods: true },
      mangle: {
        reserved: keepsNames ? code.match(/[\w$]+/g) : [],
        // Names that the DOM has, too: a test shows that none of ours is read from anything of the browser's.
        properties: { builtins: true, regex: RegExp(`^(${internalNames(input).join("|")})$`) },
      },
      format: { comments: /^!|^# all/ },
    }),
});

/** A file that a site loads with a script tag, one IIFE, or that such a script loads, a module. No dependencies. */
const script = (input, file, ...plugins) => scriptOf("iife", input, file, ...plugins);
const scriptOf = (format, input, file, ...plugins) => ({
  input,
  output: {
    file: `dist/${file}`,
    format,
    sourcemap: true,
    // The code relies on nothing that strict mode changes, and TypeScript has checked it in strict mode.
    strict: false,
    generatedCode: { preset: "es2015" },
    banner: format === "iife" ? EAGER : "",
  },
  plugins: [
    resolve({ browser: true }),
    ...plugins,
    types(),
    oneKeyword,
    // Libraries come minified: what is called alike in them has nothing in common.
    ...(plugins.length ? [minified(input, false)] : [minified(input, true), withLikeNames]),
  ],
});

/** Something that runs in Node: one ES module, its libraries stay in node_modules. */
const program = (input, file, ...plugins) => ({
  input,
  output: { file: `dist/${file}`, format: "es", sourcemap: true, banner: "#!/usr/bin/env node" },
  external: (id) => !/^[./]/.test(id),
  plugins: [types("ES2022"), ...plugins],
});

/** A folder that browsers read without a build, copied as it is. */
const copied = (from, to) => ({
  name: "copied",
  writeBundle() {
    rmSync(to, { recursive: true, force: true });
    cpSync(from, to, { recursive: true });
  },
});

/** The ESM build, for those who bundle: readable, with types. */
const module = (input, file) => ({
  input,
  output: { file: `dist/${file}`, format: "es", sourcemap: true },
  plugins: [types()],
});

export default [
  script("src/index.ts", "tracktag.js"),
  script("src/direct.ts", "tracktag.direct.js"),
  script("src/full.ts", "tracktag.full.js", librariesForPages),
  scriptOf("es", "src/addons/inspector.ts", "tracktag.inspector.js"),
  scriptOf("es", "src/lobby/index.ts", "tracktag.lobby.js"),
  module("src/module.ts", "index.js"),
  program("src/cli/tracktag.ts", "cli.js"),
  program("demo/start.ts", "demo.js", copied("demo/site", "dist/demo")),
];
