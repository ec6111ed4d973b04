import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { brotliCompressSync, gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";

/** What `npm run build` left in `dist`, as a package would carry it. */
const root = new URL("../../", import.meta.url);
const json = (path: string) => JSON.parse(readFileSync(new URL(path, root), "utf8"));

if (!existsSync(new URL("dist/integrity.json", root))) throw new Error("Nothing is built: npm run build");

describe("dist/integrity.json", () => {
  const entries: Record<string, { integrity: string; raw: number; gzip: number; brotli: number }> =
    json("dist/integrity.json");

  test("names each script that a site loads, and nothing else", () => {
    const scripts = readdirSync(new URL("dist/", root)).filter((name) => /^tracktag.*\.js$/.test(name));
    expect(Object.keys(entries).sort()).toEqual(scripts.sort());
    expect(scripts).toContain("tracktag.js");
  });

  test.each(Object.entries(entries))("%s has the hash and the sizes that it says", (name, entry) => {
    const bytes = readFileSync(new URL(`dist/${name}`, root));
    const [algorithm, hash] = entry.integrity.split(/-(.*)/) as [string, string];
    expect(algorithm).toBe("sha384");
    expect(createHash(algorithm).update(bytes).digest("base64")).toBe(hash);
    expect(entry.raw).toBe(bytes.length);
    expect(entry.gzip).toBe(gzipSync(bytes, { level: 9 }).length);
    expect(entry.brotli).toBe(brotliCompressSync(bytes).length);
  });

  test.each(Object.keys(entries))("%s has a source map", (name) => {
    const code = readFileSync(new URL(`dist/${name}`, root), "utf8");
    expect(code.trimEnd().split("\n").at(-1)).toBe(`//# sourceMappingURL=${name}.map`);
    expect(json(`dist/${name}.map`).sources.length).toBeGreaterThan(0);
  });
});

describe("package.json", () => {
  const manifest = json("package.json");
  const leaves = (value: unknown): string[] =>
    typeof value === "string" ? [value] : Object.values(value as object).flatMap(leaves);
  const { exports, bin, types, unpkg, jsdelivr, sideEffects } = manifest;

  test.each(leaves({ exports, bin, types, unpkg, jsdelivr, sideEffects }))("%s exists", (path) => {
    expect(existsSync(new URL(path, root))).toBe(true);
  });

  test("what it points to is in the package", () => {
    for (const path of leaves({ exports, bin, types, unpkg, jsdelivr }))
      if (path !== "./package.json") expect(path).toMatch(/^(\.\/)?dist\//);
    expect(manifest.files).toContain("dist");
  });

  test("the command can be run as a program", () => {
    for (const path of leaves(bin))
      expect(readFileSync(new URL(path, root), "utf8")).toMatch(/^#!\/usr\/bin\/env node\n/);
  });
});

test("a package of a fresh checkout is built before it is packed", () => {
  expect(json("package.json").scripts.prepack).toBe("npm run --silent build");
});
