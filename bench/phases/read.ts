import type { Phase } from "../session.js";
import type { Tab } from "../tab.js";

/** Two viewports, each for long enough that what is in it counts; until that is sent. */
export const read: Phase<Tab> = async ({ cpu, evaluate }) => ({
  ...(await cpu(() => evaluate("bench.read(2, 1200).then(() => bench.rest(1200))"))),
});
