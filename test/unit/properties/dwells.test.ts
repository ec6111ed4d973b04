import fc from "fast-check";
import { expect, test } from "vitest";
import { type Dwells, goOn } from "../../../src/capture/dwells.js";

const IDS = ["a", "b", "c"];

test("the order in which entities stand, and their number, makes no difference to any of them", () => {
  fc.assert(
    fc.property(fc.shuffledSubarray(IDS), fc.integer({ min: 0, max: 5000 }), (viewable, moment) => {
      const before: Dwells = { a: 0, b: -10 };
      const dwells = goOn(before, viewable, moment);
      expect(Object.keys(dwells).sort()).toEqual([...viewable].sort());
      for (const id of viewable) expect(dwells[id]).toBe(before[id] ?? moment);
    }),
  );
});
