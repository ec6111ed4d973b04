import { expect, test } from "vitest";
import { mayCount, mustCount } from "../truth/bounds.js";
import { LEVEL, type Level, type Span } from "../truth/report.js";
import { addSample } from "../truth/sampler/timeline.js";

/** The spans of samples that are taken every 50 ms: each letter lasts for so many ms. */
function spansOf(...parts: [level: Level, ms: number][]): Span[] {
  const spans: Span[] = [];
  let now = 0;
  for (const [level, ms] of parts)
    for (const end = now + ms; now < end; now += 50) addSample(spans, level, 1, now - 50, now);
  return spans;
}

const { out, unpainted, faint, near, viewable } = LEVEL;

test.each<[string, [Level, number][], must: boolean, may: boolean]>([
  ["long in view", [[viewable, 1500]], true, true],
  ["about as long as the dwell", [[viewable, 1050]], false, true],
  [
    "hardly less",
    [
      [viewable, 950],
      [out, 50],
    ],
    false,
    true,
  ],
  [
    "clearly less",
    [
      [viewable, 800],
      [out, 100],
    ],
    false,
    false,
  ],
  [
    "twice less, with a break",
    [
      [viewable, 800],
      [out, 100],
      [viewable, 800],
    ],
    false,
    false,
  ],
  ["long, at the edge of the ratio", [[near, 1500]], false, true],
  [
    "long, now and then at the edge",
    [
      [viewable, 700],
      [near, 200],
      [viewable, 700],
    ],
    false,
    true,
  ],
  ["long, and never painted", [[unpainted, 1500]], false, false],
  [
    "painted late: style is looked at when a dwell begins",
    [
      [unpainted, 500],
      [viewable, 1500],
    ],
    false,
    true,
  ],
  [
    "painted late and long",
    [
      [unpainted, 500],
      [viewable, 2500],
    ],
    true,
    true,
  ],
  [
    "faded out and in again",
    [
      [viewable, 200],
      [faint, 100],
      [viewable, 1500],
    ],
    false,
    true,
  ],
  [
    "painted at the beginning and at the end",
    [
      [viewable, 400],
      [unpainted, 300],
      [viewable, 400],
    ],
    false,
    true,
  ],
  [
    "painted at the beginning alone",
    [
      [viewable, 400],
      [unpainted, 1500],
      [out, 50],
    ],
    false,
    false,
  ],
])("%s", (_, parts, must, may) => {
  const spans = spansOf(...parts);
  expect([mustCount(spans), mayCount(spans)]).toEqual([must, may]);
});

test("slow frames are everybody's: what must count has to last longer", () => {
  const [span] = spansOf([viewable, 1500]) as [Span];
  expect(mustCount([span])).toBe(true);
  expect(mustCount([{ ...span, gap: 300 }])).toBe(false);
});
