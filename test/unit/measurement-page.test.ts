import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join, relative } from "node:path";
import { expect, test } from "vitest";
import { text } from "../support/examples.js";
import { PAGES } from "../truth/pages.js";

const page = text("docs/measurement.md");

interface Suite {
  suites?: Suite[];
  specs?: { title: string; file: string }[];
}

/** The tests that Playwright finds, as "title in file". */
function playwrightTests(config: string): string[] {
  const args = ["playwright", "test", "--list", "--reporter=json", `--config=${config}`];
  const { config: found, suites } = JSON.parse(
    execFileSync("npx", args, { encoding: "utf8", maxBuffer: 1e8 }),
  ) as { config: { rootDir: string }; suites: Suite[] };
  const namesIn = ({ suites = [], specs = [] }: Suite): string[] => [
    ...suites.flatMap(namesIn),
    ...specs.map(({ title, file }) => `${title} in ${relative(".", join(found.rootDir, file))}`),
  ];
  return suites.flatMap(namesIn);
}

/** The rows of the cases, each with the tests that it names. */
const cases = [...page.matchAll(/^\| (.+) \| (.+) \| (\[.+\)) \|$/gm)].map(([, name, , proof = ""]) => ({
  name,
  tests: [...proof.matchAll(/\[([^\]]+)\]\(\.\.\/(test\/[^)]+)\)/g)].map(
    ([, title, file]) => `${title} in ${file}`,
  ),
}));

test("each case names tests that exist", () => {
  const known = new Set(
    ["playwright.config.ts", "playwright.engines.config.ts"].flatMap((config) => playwrightTests(config)),
  );
  expect(cases.length).toBeGreaterThan(30);
  expect(cases.filter(({ tests }) => !tests.length)).toEqual([]);
  expect(cases.flatMap(({ tests }) => tests).filter((name) => !known.has(name))).toEqual([]);
}, 60_000);

test("each row below a heading of the cases is one", () => {
  const [, section = ""] = page.split(/^## What counts and what does not$/m);
  const rows = (section.split(/^## /m)[0] ?? "").match(/^\| (?!case|---).*$/gm) ?? [];
  expect(rows.length).toBe(cases.length);
});

test("each page of the suite is described", () => {
  const [, section = ""] = page.split("| page | what it is |\n");
  const described = [...(section.split("\n\n")[0] ?? "").matchAll(/^\| (\w[\w-]*) \|/gm)].map(
    ([, name]) => name,
  );
  expect(new Set(described)).toEqual(new Set(PAGES.map(({ name }) => name.replace(/ .*/, ""))));
});

test("the pictures are there", () => {
  const pictures = [...page.matchAll(/!\[.+\]\((.+)\)/g)].map(([, file]) => file);
  expect(pictures).toHaveLength(5);
  expect(pictures.filter((file) => !existsSync(`docs/${file}`))).toEqual([]);
});
