import { click } from "../points.js";
import type { Phase } from "../session.js";
import type { Tab } from "../tab.js";
import { TYPES } from "./clicks.js";

const TIMES = 100;

/** Before a contender is loaded: listeners are called in the order in which they were added. */
export const beginClicks: Phase<Tab> = async ({ evaluate }) => {
  await evaluate(`bench.beginClicks(${JSON.stringify(TYPES)})`);
  return {};
};

/**
 * 100 clicks of a mouse, where no trace tells of listeners. `listeners` is what one costs from the first listener of each
 * of its events to the last, by the page's own clock, µs: microtasks are in it, and so is the way from one to the other.
 */
export const timedClicks: Phase<Tab> = async (tab) => {
  await tab.evaluate(`bench.endClicks(${JSON.stringify(TYPES)})`);
  const cpu = await tab.cpu(() => click(tab, TIMES));
  const took = await tab.evaluate<number>("bench.settle().then(() => bench.took)");
  return { ...cpu, listeners: (took / TIMES) * 1000 };
};
