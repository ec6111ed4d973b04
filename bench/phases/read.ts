import { cpuOf } from "../cpu.js";
import type { Phase } from "../session.js";

/** Two viewports, each for long enough that what is in it counts; until that is sent. */
export const read: Phase = async ({ page, cdp }) => ({
  ...(await cpuOf(cdp, () => page.evaluate("bench.read(2, 1200).then(() => bench.rest(1200))"))),
});
