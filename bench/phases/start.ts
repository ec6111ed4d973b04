import type { Phase } from "../session.js";
import { load, type Measured, type Tab } from "../tab.js";
import { longest, spansOf } from "../trace.js";

/**
 * From the script's tag until its work is done: 800 ms and two frames. The page is there, so
 * that nothing else is in the figures; the first impressions, due after a second, are not.
 */
export const start: Phase<Tab> = (tab) =>
  tab.cpu(async () => {
    await load(tab);
    await tab.evaluate("bench.rest(800).then(bench.settle)");
  });

/** The same, with its longest task, ms. */
export const tracedStart: Phase = async (session) => {
  let cpu: Measured = {};
  const spans = await spansOf(session, async () => {
    cpu = await start(session);
  });
  return { ...cpu, longest: longest(spans.filter(({ name }) => name === "RunTask")) };
};
