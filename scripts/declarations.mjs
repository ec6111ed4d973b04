#!/usr/bin/env node
/** Writes the declarations of the ESM build: `dist/types`, one for each source file, and `dist/index.d.ts`. */
import { spawnSync } from "node:child_process";
import { rmSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const path = (relative) => fileURLToPath(new URL(relative, import.meta.url));

// Files of sources that are gone would be published.
rmSync(path("../dist/types"), { recursive: true, force: true });

const tsc = fileURLToPath(import.meta.resolve("typescript/bin/tsc"));
const { status } = spawnSync(process.execPath, [tsc, "-p", path("tsconfig.types.json")], {
  stdio: "inherit",
});

writeFileSync(path("../dist/index.d.ts"), 'export * from "./types/module.js";\n');
process.exit(status ?? 1);
