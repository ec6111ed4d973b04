import type { Phase } from "../session.js";
import type { Tab } from "../tab.js";

/** Two seconds of live odds: 500 prices change a second, and 20 cards. */
export const odds: Phase<Tab> = async ({ cpu, evaluate }) => ({
  ...(await cpu(() => evaluate("bench.odds(2000)"))),
});
