import { cpuOf } from "../cpu.js";
import type { Phase } from "../session.js";

/** A second in which nothing happens, after all has been sent that waited. */
export const idle: Phase = async ({ page, cdp }) => {
  await page.evaluate("bench.rest(1100)");
  return { ...(await cpuOf(cdp, () => page.evaluate("bench.rest(1000)"))) };
};
