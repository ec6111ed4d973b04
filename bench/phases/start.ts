import { type Cpu, cpuOf } from "../cpu.js";
import { load, type Phase } from "../session.js";
import { longest, spansOf } from "../trace.js";

/**
 * From the script's tag until its work is done: 800 ms and two frames. The page is there, so
 * that nothing else is in the figures; the first impressions, due after a second, are not.
 */
export const start: Phase = async (session) => {
  const { browser, page, cdp } = session;
  let cpu: Cpu | undefined;
  const spans = await spansOf(browser, page, async () => {
    cpu = await cpuOf(cdp, async () => {
      await load(session);
      await page.evaluate("bench.rest(800).then(bench.settle)");
    });
  });
  return {
    ...cpu,
    longest: longest(spans.filter(({ name }) => name === "RunTask")),
  };
};
