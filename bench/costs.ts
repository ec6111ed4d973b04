import { above, type Results } from "./results.js";
import { median } from "./stats.js";
import { number, table } from "./table.js";

/** What a page pays: a part's figure, in a unit that a person can weigh. */
interface Cost {
  name: string;
  part: string;
  metric: string;
  unit: string;
  /** How many of the unit's things the figure is of: a scroll has 120 frames. */
  of?: number;
}

const SMALL = "1,000 cards";
const MIDDLE = "10,000 cards";
const FRAMES = 120;

const COSTS: Cost[] = [
  { name: "1,000 cards: the start, once a page", part: SMALL, metric: "start.total", unit: "ms" },
  { name: "its longest task", part: SMALL, metric: "start.longest", unit: "ms" },
  { name: "a frame of slow scrolling", part: SMALL, metric: "slow.total", unit: "ms", of: FRAMES },
  { name: "a click, in its listeners", part: SMALL, metric: "clicks.listeners", unit: "µs" },
  { name: "a second in which nothing happens", part: SMALL, metric: "idle.total", unit: "ms" },
  { name: "memory", part: SMALL, metric: "heap.used", unit: "KB" },
  { name: "10,000 cards: the start, once a page", part: MIDDLE, metric: "start.total", unit: "ms" },
  { name: "its longest task", part: MIDDLE, metric: "start.longest", unit: "ms" },
  { name: "a frame of slow scrolling", part: MIDDLE, metric: "slow.total", unit: "ms", of: FRAMES },
  { name: "memory", part: MIDDLE, metric: "heap.used", unit: "KB" },
];

/** What a page pays beyond what it costs without a script: medians of the rounds' differences. */
export const costs = (results: Results): string =>
  table(
    ["in Chromium, beyond the page without a script", "bare", "tracktag"],
    COSTS.map(({ name, part, metric, unit, of = 1 }) => [
      name,
      ...["bare", "tracktag"].map((contender) => {
        const values = above(results, part, metric, contender);
        return values.length ? `${number(median(values) / of)} ${unit}` : "–";
      }),
    ]),
  );
