import { cpuOf } from "../cpu.js";
import type { Phase } from "../session.js";

const FRAMES = 120;

const scroll =
  (step: number): Phase =>
  async ({ page, cdp }) => {
    await page.evaluate("scrollTo(0, 0), bench.settle()");
    return { ...(await cpuOf(cdp, () => page.evaluate(`bench.scroll(${FRAMES}, ${step})`))) };
  };

/** 120 frames, by less than a card each. */
export const slow = scroll(60);

/** 120 frames, by most of a viewport each. */
export const fast = scroll(600);
