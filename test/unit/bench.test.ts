import { expect, test } from "vitest";
import { isMet } from "../../bench/goals.js";
import { above, type Results, ratios } from "../../bench/results.js";
import { median, range, shuffled } from "../../bench/stats.js";
import { cell, number, table } from "../../bench/table.js";

test("the median is the middle one, and the mean of two where there are two", () => {
  expect(median([30, 1, 2])).toBe(2);
  expect(median([4, 1, 2, 30])).toBe(3);
  expect(median([])).toBeNaN();
  expect(range([3, 1, 2])).toEqual([1, 3]);
});

test("a seed decides the order, and nothing is lost", () => {
  const list = ["a", "b", "c", "d", "e"];
  const orders = [1, 2, 3, 4].map((seed) => shuffled(list, seed));
  for (const order of orders) expect([...order].sort()).toEqual(list);
  expect(shuffled(list, 3)).toEqual(orders[2]);
  expect(new Set(orders.map(String)).size).toBeGreaterThan(1);
});

test("cells: the median and the range; one value alone; a dash for none", () => {
  expect(cell([10.04, 1234.5, 2.71])).toBe("10 (2.71 to 1,235)");
  expect(cell([0.5])).toBe("0.5");
  expect(cell([])).toBe("–");
  expect(number(NaN)).toBe("–");
  expect(table(["a", "b"], [["1", "2"]])).toBe("| a | b |\n| --- | --- |\n| 1 | 2 |");
});

/** Two rounds, of which the second was twice as slow. */
const results = {
  samples: Object.entries({ none: 1, bare: 2, tracktag: 3 }).flatMap(([contender, cost]) =>
    [1, 0].map((round) => ({ part: "p", contender, metric: "m", round, value: cost * (round + 1) })),
  ),
} as Results;

test("contenders are compared within a round", () => {
  expect(ratios(results, "p", "m", "tracktag", "bare")).toEqual([1.5, 1.5]);
  expect(above(results, "p", "m", "tracktag")).toEqual([2, 4]);
});

test("a goal is met by the median; what was not measured is neither met nor missed", () => {
  const goal = { name: "", limit: "", unit: "" };
  expect(isMet({ ...goal, of: () => [1, 2, 9], bound: 2 }, results)).toBe(true);
  expect(isMet({ ...goal, of: () => [1, 2, 9], bound: () => 1.9 }, results)).toBe(false);
  expect(isMet({ ...goal, of: () => [], bound: 2 }, results)).toBe(undefined);
});
