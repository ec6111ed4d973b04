import type { Phase } from "../session.js";
import type { Tab } from "../tab.js";

/** A second in which nothing happens, after all has been sent that waited. */
export const idle: Phase<Tab> = async ({ cpu, evaluate }) => {
  await evaluate("bench.rest(1100)");
  return { ...(await cpu(() => evaluate("bench.rest(1000)"))) };
};
