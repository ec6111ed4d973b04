import fc from "fast-check";
import { expect, test } from "vitest";
import { type Dwells, goOn } from "../../../src/capture/dwells.js";

const DWELL = 1000;
const IDS = ["a", "b", "c"];

/** What is viewable after a while: ids come, go and change places; the tab is hidden (nothing is); the clock leaps. */
const step = fc.record({
  wait: fc.oneof(fc.integer({ min: 0, max: 1500 }), fc.constantFrom(0, 999, 1000, 1001, 3_600_000)),
  viewable: fc.oneof(fc.subarray(IDS), fc.constant<string[]>([])),
});

test("any sequence of looks: an entity has lasted if it was in each look since one that is a dwell ago", () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
      let dwells: Dwells = {};
      let moment = 0;
      const looks: { moment: number; viewable: string[] }[] = [];
      for (const { wait, viewable } of steps) {
        moment += wait;
        dwells = goOn(dwells, viewable, moment);
        looks.push({ moment, viewable });
        for (const id of IDS) {
          const broken = looks.map((look) => look.viewable.includes(id)).lastIndexOf(false);
          const began = looks[broken + 1]?.moment ?? Infinity;
          const lasted = id in dwells && moment - (dwells[id] as number) >= DWELL;
          expect(lasted, id).toBe(moment - began >= DWELL);
        }
      }
    }),
    { numRuns: 500 },
  );
});

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
