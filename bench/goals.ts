import { above, middle, type Results, ratios, valuesOf } from "./results.js";
import { median, range } from "./stats.js";

/** What the script is to cost at most. */
export interface Goal {
  /** What is measured, in plain words. */
  name: string;
  /** As it is told: "1.25 × bare". */
  limit: string;
  unit: string;
  /** One value a round, of which the median is to be at most `bound`. */
  of(results: Results): number[];
  bound: number | ((results: Results) => number);
}

const SMALL = "1,000 cards";
const MIDDLE = "10,000 cards";
const LARGE = "50,000 cards";
const LIST = "a list that opens and closes";
const OURS = "tracktag";

/** At most `bound` times what another costs in the same round. */
const times = (part: string, what: string, metric: string, bound: number, other: "bare" | "none"): Goal => ({
  name: `${part}: ${what}`,
  limit: `${bound} × ${other === "none" ? "no script" : other}`,
  unit: "×",
  of: (results) => ratios(results, part, metric, OURS, other),
  bound,
});

/** No more than the worst round of another. */
const noise = (part: string, what: string, metric: string, other: "bare" | "none"): Goal => ({
  name: `${part}: ${what}`,
  limit: `within the noise of ${other === "none" ? "no script" : other}`,
  unit: "×",
  of: (results) => ratios(results, part, metric, OURS, other),
  bound: (results) => range(valuesOf(results, part, metric, other))[1] / middle(results, part, metric, other),
});

const most = (part: string, what: string, metric: string, bound: number, unit: string): Goal => ({
  name: `${part}: ${what}`,
  limit: `${bound} ${unit}`,
  unit,
  of: (results) => valuesOf(results, part, metric, OURS),
  bound,
});

/** By what each adds to the page without a script. */
const added = (part: string, what: string, metric: string, bound: number): Goal => ({
  name: `${part}: ${what}`,
  limit: `${bound} × bare, each beyond no script`,
  unit: "×",
  of(results) {
    const bare = median(above(results, part, metric, "bare"));
    return above(results, part, metric, OURS).map((value) => value / bare);
  },
  bound,
});

const size = (script: string, bound: number): Goal => ({
  name: `${script} with brotli`,
  limit: `${bound.toLocaleString("en-GB")} bytes`,
  unit: "bytes",
  of: ({ sizes }) => [sizes[script] ?? []].flat(),
  bound,
});

export const GOALS: Goal[] = [
  times(SMALL, "start, processor time", "start.total", 1.25, "bare"),
  times(SMALL, "start, in script", "start.script", 1.5, "bare"),
  noise(SMALL, "slow scroll, 120 frames", "slow.total", "bare"),
  noise(SMALL, "fast scroll, 120 frames", "fast.total", "bare"),
  noise(SMALL, "live odds", "odds.total", "bare"),
  times(SMALL, "live odds, in script", "odds.script", 1.25, "bare"),
  added(SMALL, "a click in its listeners, storage included", "clicks.listeners", 4),
  noise(SMALL, "a second in which nothing happens", "idle.total", "none"),
  times(MIDDLE, "start, processor time", "start.total", 1.1, "bare"),
  times(MIDDLE, "slow scroll, 120 frames", "slow.total", 1.15, "none"),
  times(MIDDLE, "fast scroll, 120 frames", "fast.total", 1.15, "none"),
  added(MIDDLE, "heap", "heap.used", 0.35),
  times(LARGE, "fast scroll, 120 frames", "fast.total", 1.25, "none"),
  most(LARGE, "longest task of the start", "start.longest", 50, "ms"),
  noise("a slow processor", "the worst click of 40 until the next frame (INP)", "inp.worst", "none"),
  noise("a link", "from the click to the start of the navigation", "navigation.delay", "none"),
  most("the wire", "an impression", "wire.impression", 40, "bytes"),
  most("the wire", "a click", "wire.click", 400, "bytes"),
  most("the wire", "requests a flush", "wire.requests", 1, "request"),
  {
    name: `${LIST}: heap that is left of a card, beyond no script`,
    // As much as one reference. The browser's heap grows by pages of 32 KB, which are three bytes of each card.
    limit: "4 bytes",
    unit: "bytes",
    of: (results) => above(results, LIST, "leak.heap", OURS),
    bound: 4,
  },
  most(LIST, "detached nodes", "leak.detached", 0, "nodes"),
  size("tracktag.js", 6144),
  size("tracktag.direct.js", 7680),
  size("tracktag.lobby.js", 3072),
];

/** Undefined where it was not measured. */
export function isMet(goal: Goal, results: Results): boolean | undefined {
  const values = goal.of(results);
  const bound = typeof goal.bound === "number" ? goal.bound : goal.bound(results);
  return values.length ? median(values) <= bound : undefined;
}
