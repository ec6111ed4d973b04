import type { Phase } from "../session.js";
import type { Tab } from "../tab.js";

const FRAMES = 120;

const scroll =
  (step: number): Phase<Tab> =>
  async ({ cpu, evaluate }) => {
    await evaluate("scrollTo(0, 0), bench.settle()");
    return cpu(() => evaluate(`bench.scroll(${FRAMES}, ${step})`));
  };

/** 120 frames, by less than a card each. */
export const slow = scroll(60);

/** 120 frames, by most of a viewport each. */
export const fast = scroll(600);
