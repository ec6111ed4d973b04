import { expect } from "@playwright/test";
import { story } from "./story.js";
import type { Verdict } from "./verdict.js";

/**
 * Expects that everything was found and nothing invented, and clicks to be exact.
 *
 * @param done what the visitor did, so that a failure can be walked again
 */
export function expectTruth(verdict: Verdict, done: string): void {
  const { must, found, counted, right, clicksMade, clicksReceived } = verdict;
  const told = story(verdict, done);
  // A walk in which nothing was seen shows nothing.
  expect(must, told).toBeGreaterThan(1);
  expect({ recall: found / must, precision: right / counted }, told).toEqual({ recall: 1, precision: 1 });
  expect(clicksReceived, told).toEqual(clicksMade);
}
