import { expect, test } from "vitest";
import { likeNames, withLikeNames } from "../../scripts/like-names.mjs";

const short = (code: string) => `${likeNames(code)}`;

/** What the build makes of it: it throws where more than names would differ. */
const built = async (code: string, format = "iife") =>
  (await withLikeNames.renderChunk(code, {}, { format })).code;

test("what is called alike is called alike, in functions that know nothing of each other", () => {
  const code = `(() => {
    const one = (core, event) => core + event;
    const other = (list, core) => core - list;
    return one(1, 2) + other(3, 4);
  })()`;
  expect(/\((\w+), \w+\) => \w+ \+/.exec(short(code))?.[1]).toBe(
    /\(\w+, (\w+)\) => \w+ -/.exec(short(code))?.[1],
  );
  expect(Function(`return ${short(code)}`)()).toBe(4);
});

test.each([
  [
    "closures and shadowing",
    "(() => { const a = 1; return ((b) => { const a = b + 1; return [a, b] })(a) })()",
  ],
  [
    "members keep their names",
    "(({ value, other: { deep = 3 } = {}, ...rest }) => ({ value, deep, rest }))({ value: 1, x: 2 })",
  ],
  [
    "catch, loops and blocks",
    "(() => { let sum = 0; for (const one of [1, 2]) { const two = one; try { throw two } catch (two) { sum += two } } return sum })()",
  ],
  [
    "a var is known in all of its function",
    "(() => { { var late = 1 } const early = () => late; return early() })()",
  ],
  [
    "functions and classes",
    "(() => { class List { first() { return last() } } function last() { return new List() instanceof List } return new List().first() })()",
  ],
  [
    "what is caught beside a parameter",
    "((name, value, use) => { try { return use(value) } catch (error) { return name + error + error } })('a', 1, (error) => { throw error })",
  ],
  ["arrays, and defaults", "(([head, ...tail], size = tail.length) => [head + size, tail])([1, 2, 3])"],
])("it does what it did: %s", async (_, code) => {
  const run = (code: string) => JSON.stringify(Function(`return ${code}`)());
  expect(run(await built(code))).toBe(run(code));
});

test("a module keeps the names that it exports", async () => {
  const code = "const first = 1, second = first + 1; export { first, second as default };";
  const url = `data:text/javascript,${encodeURIComponent(await built(code, "es"))}`;
  expect({ ...(await import(/* @vite-ignore */ url)) }).toEqual({ first: 1, default: 2 });
});

test("what the browser has is not hidden", () => {
  expect(short("(() => { const document2 = document; return document2.title })()")).toMatch(
    /document; return \w\.title/,
  );
});
