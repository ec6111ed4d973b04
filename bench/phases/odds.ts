import { cpuOf } from "../cpu.js";
import type { Phase } from "../session.js";

/** Two seconds of live odds: 500 prices change a second, and 20 cards. */
export const odds: Phase = async ({ page, cdp }) => ({
  ...(await cpuOf(cdp, () => page.evaluate("bench.odds(2000)"))),
});
