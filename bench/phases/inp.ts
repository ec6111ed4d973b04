import { click } from "../points.js";
import type { Phase } from "../session.js";
import { load } from "../tab.js";

const TIMES = 40;

/**
 * How long a click takes until the next frame, ms, by a processor that is slowed down to a quarter: the worst of 40,
 * which is what INP is, and their mean. Browsers round to 8 ms, and tell nothing of those under 16 ms: they count as 8.
 */
export const inp: Phase = async (session) => {
  const { page, cdp } = session;
  await load(session);
  await page.evaluate("bench.rest(800), bench.watchEvents()");
  await cdp.send("Emulation.setCPUThrottlingRate", { rate: 4 });
  await click(session, TIMES);
  const told = await page.evaluate<number[]>("bench.rest(300).then(bench.interactions)");
  await cdp.send("Emulation.setCPUThrottlingRate", { rate: 1 });
  const all = [...told, ...Array(Math.max(0, TIMES - told.length)).fill(8)];
  return { worst: Math.max(...all), mean: all.reduce((total, ms) => total + ms, 0) / all.length };
};
