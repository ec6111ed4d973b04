import fc from "fast-check";
import { expect, test, vi } from "vitest";
import { criteria } from "../../../src/capture/viewability.js";

const VIEWPORT = [1280, 720] as const;
vi.stubGlobal("innerWidth", VIEWPORT[0]);
vi.stubGlobal("innerHeight", VIEWPORT[1]);

/** What each rule asks, by its words: the share of an element that must be visible, and for how long, ms. */
const RULES: Record<string, (area: number) => { share: number; dwell: number }> = {
  mrc: (area) => ({ share: area < 970 * 250 ? 0.5 : 0.3, dwell: 1000 }),
  "mrc+occlusion": (area) => ({ share: area < 970 * 250 ? 0.5 : 0.3, dwell: 1000 }),
  any: () => ({ share: 0, dwell: 0 }),
  "0.25/500": () => ({ share: 0.25, dwell: 500 }),
  "1/2000": () => ({ share: 0.99, dwell: 2000 }),
};

const areas = fc.oneof(
  fc.constantFrom(1, 100, 242_499, 242_500, 921_600, 5_000_000),
  fc.integer({ min: 1, max: 3e6 }),
);
/** In thousandths: the last bit of a float is nobody's. */
const ratios = fc.integer({ min: 0, max: 1000 }).map((thousandths) => thousandths / 1000);

const isViewable = (rule: string, area: number, ratio: number): boolean => ratio >= criteria(rule, area)[0];

/** The rule in pixels: that share of the element, or as much as half of the viewport; and never nothing at all. */
const isSeen = (rule: string, area: number, ratio: number): boolean => {
  const { share } = (RULES[rule] as (typeof RULES)[string])(area);
  return ratio > 0 && ratio * area >= Math.min(share * area, (VIEWPORT[0] * VIEWPORT[1]) / 2);
};

test("any rule, area and share: what is asked in ratios is what the rule asks in pixels", () => {
  fc.assert(
    fc.property(fc.constantFrom(...Object.keys(RULES)), areas, ratios, (rule, area, ratio) => {
      expect(isViewable(rule, area, ratio)).toBe(isSeen(rule, area, ratio));
      expect(criteria(rule, area)[1]).toBe(RULES[rule]?.(area).dwell);
    }),
    { numRuns: 1000 },
  );
});
