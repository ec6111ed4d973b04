import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { hash31, uuidOf } from "../../../src/destinations/hash.js";

const ids = Array.from({ length: 20_000 }, () => randomUUID());

describe("a key of a set of ids", () => {
  test("is a UUID v4, in any order the same", () => {
    const [a = "", b = "", c = ""] = ids;
    expect(uuidOf([a, b, c])).toMatch(/^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/);
    expect(uuidOf([c, a, b])).toBe(uuidOf([a, b, c]));
  });

  test("is another for each set that is cut differently", () => {
    const list = ids.slice(0, 200);
    const keys = list.flatMap((_, at) => [uuidOf(list.slice(0, at + 1)), uuidOf(list.slice(at))]);
    // The whole list is among both.
    expect(new Set(keys).size).toBe(keys.length - 1);
  });

  test("does not collide, also for ids that differ in one character", () => {
    const near = Array.from(
      { length: 20_000 },
      (_, n) => `00000000-0000-4000-8000-${String(n).padStart(12, "0")}`,
    );
    const keys = [...ids, ...near].map((id) => uuidOf([id]));
    expect(new Set(keys).size).toBe(keys.length);
    // Each digit of the key depends on all of the id.
    for (let at = 0; at < 36; at++) {
      const digits = new Set(keys.slice(20_000).map((key) => key[at]));
      if (![8, 13, 14, 18, 19, 23].includes(at)) expect([at, digits.size]).toEqual([at, 16]);
    }
  });
});

test("a session's number is a positive whole number of 31 bits, and seldom another session's", () => {
  const numbers = ids.map(hash31);
  for (const number of numbers) {
    expect(Number.isInteger(number)).toBe(true);
    expect(number).toBeGreaterThan(0);
    expect(number).toBeLessThan(2 ** 31);
  }
  // Of 20,000 in 2^31, 0.1 pairs are expected to be alike.
  expect(new Set(numbers).size).toBeGreaterThan(numbers.length - 3);
  expect(hash31("")).toBeGreaterThan(0);
});
