import { readFileSync } from "node:fs";
import { UAParser } from "ua-parser-js";
import { describe, expect, test } from "vitest";
import { internalNames } from "../../scripts/internal-names.mjs";
import { librariesForPages } from "../../scripts/libraries-for-pages.mjs";
import { CORPUS } from "./device.corpus.js";

const read = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), "utf8");

/** The libraries of `tracktag.full.js`, and their source. */
const LIBRARIES = {
  "web-vitals": "node_modules/web-vitals/dist/web-vitals.attribution.js",
  "ua-parser-js": "node_modules/ua-parser-js/src/ua-parser.js",
};

const forPages = (path: string): string => librariesForPages.transform(read(path), `/${path}`)?.code ?? "";

test("the parser for pages tells of every browser what the whole one tells", async () => {
  const code = `data:text/javascript,${encodeURIComponent(forPages(LIBRARIES["ua-parser-js"]))}`;
  const { UAParser: ours } = await import(/* @vite-ignore */ code);
  const told = ({ browser, engine, os, device }: UAParser.IResult) =>
    [browser, engine, os].flatMap(({ name, version }) => [name, version]).concat(device.vendor, device.model);
  expect(CORPUS.length).toBeGreaterThan(1_900);
  expect(CORPUS.filter((userAgent) => `${told(ours(userAgent))}` !== `${told(UAParser(userAgent))}`)).toEqual(
    [],
  );
});

test("a parser that has changed stops the build", () => {
  expect(() => librariesForPages.transform("", "/ua-parser-js/src/ua-parser.js")).toThrow("has changed");
});

describe.each(Object.entries(LIBRARIES))("%s", (name, path) => {
  test("has no member whose name the minifier shortens", () => {
    const members = new Set([...forPages(path).matchAll(/[.{,]\s*([\w$]+)/g)].map(([, member]) => member));
    expect(members.size).toBeGreaterThan(20);
    expect(internalNames("src/full.ts").filter((member) => members.has(member))).toEqual([]);
  });

  test("its licence goes with the script", () => {
    const { version, license } = JSON.parse(read(`node_modules/${name}/package.json`));
    const notices = read("dist/tracktag.full.notices.txt");
    expect(notices).toContain(`${name} ${version}, ${license}`);
    expect(notices).toMatch(
      { MIT: /Permission is hereby granted/, "Apache-2.0": /Apache License/ }[license as string] ?? / /,
    );
    expect(read("dist/tracktag.full.js")).toMatch(RegExp(`^(//.*\\n)?/\\*!.*${name}`));
  });
});
