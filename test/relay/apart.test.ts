import { expect, test } from "vitest";
import { apart, halves, isRefusedWhole } from "../../src/relay/forward/apart.js";
import type { Task } from "../../src/relay/forward/task.js";

const tasks = (...attempts: number[]) => attempts.map((each) => ({ attempts: each }) as Task);
const cut = (...attempts: number[]) =>
  apart(tasks(...attempts)).map((group) => group.map((task) => task.attempts));

test("records that have failed three times are sent alone, the others together, all in their order", () => {
  expect(cut(0, 1, 2, 0)).toEqual([[0, 1, 2, 0]]);
  expect(cut(0, 3, 1, 2, 9, 4, 0)).toEqual([[0], [3], [1, 2], [9], [4], [0]]);
  expect(cut()).toEqual([]);
});

test("halves are in their order, and of one the first is it", () => {
  expect(halves([1, 2, 3])).toEqual([[1, 2], [3]]);
  expect(halves([1])).toEqual([[1], []]);
});

test("a request is refused as a whole when each of several is, and none has a reason of its own", () => {
  const refused = { verdict: "refused" as const };
  expect(isRefusedWhole([refused, refused])).toBe(true);
  expect(isRefusedWhole([refused])).toBe(false);
  expect(isRefusedWhole([refused, { verdict: "delivered" }])).toBe(false);
  expect(isRefusedWhole([refused, { ...refused, reason: "" }])).toBe(false);
});
