import { readFileSync } from "node:fs";
import { expect, test } from "vitest";

interface Locked {
  license?: string;
  version: string;
  dev?: boolean;
  devOptional?: boolean;
}

const lock = JSON.parse(readFileSync(new URL("../../package-lock.json", import.meta.url), "utf8"));
const all = Object.entries<Locked>(lock.packages).filter(([path]) => path !== "");
const production = all.filter(([, { dev }]) => !dev);

const ALLOWED = ["MIT", "Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "ISC"];

/** The licences to choose from: "(MIT OR WTFPL)" leaves the choice to us. */
const choices = (license = "none") => license.replace(/[()]/g, "").split(" OR ");

test("the production tree is more than our own dependencies", () => {
  expect(production.length).toBeGreaterThan(Object.keys(lock.packages[""].dependencies).length);
});

test.each(production)("%s: its licence is MIT, Apache-2.0, BSD or ISC", (path, { license }) => {
  const manifest = JSON.parse(readFileSync(new URL(`../../${path}/package.json`, import.meta.url), "utf8"));
  for (const stated of [license, manifest.license])
    expect(
      choices(stated).some((choice) => ALLOWED.includes(choice)),
      stated,
    ).toBe(true);
});

test("no package of the production tree is under the AGPL", () => {
  expect(production.filter(([, { license }]) => /AGPL/i.test(license ?? ""))).toEqual([]);
});

// From 2.0 on ua-parser-js is AGPL-3.0, which must never reach a script that others embed.
test("ua-parser-js stays below 2, in development too", () => {
  const parsers = all.filter(([path]) => path.endsWith("node_modules/ua-parser-js"));
  expect(parsers.map(([, { version, license }]) => [version.split(".")[0], license])).toEqual([["1", "MIT"]]);
});
