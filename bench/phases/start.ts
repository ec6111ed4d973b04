import type { Phase } from "../session.js";
import { load, type Measured, type Tab } from "../tab.js";
import { longest, spansOf } from "../trace.js";

/**
 * From the script's tag on for 800 ms: by then the work is done, that of 50,000 cards, too. The page is there, so that
 * nothing else is in the figures; the first impressions, due a second after a frame has shown them, are not.
 */
export const start: Phase<Tab> = (tab) =>
  tab.cpu(async () => {
    await load(tab);
    await tab.evaluate("bench.rest(800)");
  });

/** The same, with its longest task, ms. */
export const tracedStart: Phase = async (session) => {
  let cpu: Measured = {};
  const spans = await spansOf(session, async () => {
    cpu = await start(session);
  });
  return { ...cpu, longest: longest(spans.filter(({ name }) => name === "RunTask")) };
};
