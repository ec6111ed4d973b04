import type { Tab } from "./tab.js";

/** The middles of the price buttons that are in view. */
const POINTS = `[...document.querySelectorAll("button")]
  .map((button) => button.getBoundingClientRect())
  .filter(({ top, bottom }) => top > 0 && bottom < innerHeight)
  .map(({ x, y, width, height }) => ({ x: x + width / 2, y: y + height / 2 }))`;

/** Clicks that often, as a mouse does, at one point after the other. */
export async function click(tab: Tab, times: number): Promise<void> {
  const all = await tab.evaluate<{ x: number; y: number }[]>(POINTS);
  for (let count = 0; count < times; count++) {
    const { x, y } = all[count % all.length] as { x: number; y: number };
    await tab.click(x, y);
  }
}
