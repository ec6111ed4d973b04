import { expect } from "@playwright/test";
import type { EnginePage } from "./engines/engine.js";
import { randomBy } from "./random.js";
import type { Target } from "./sampler/targets.js";

/** How long a visitor rests after a step, ms: below the dwell, or clearly over it. */
const RESTS = [300, 700, 1500, 1700];

/** Too short for the dwell, even twice, ms. */
const GLANCE = 300;

const SIZES = [
  [1280, 720],
  [1000, 640],
  [800, 600],
] as const;

/** The steps of every walk; their order is the seed's. */
const STEPS = ["scroll", "scroll", "go", "click", "resize", "leave"] as const;

/** A visitor who scrolls, resizes, navigates, clicks, and leaves the tab for a while, as the seed says. Returns what was done, for the record. */
export async function walk(page: EnginePage, seed: number, zoom = 1): Promise<string[]> {
  const random = randomBy(seed);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const log: string[] = [];
  let [width, height]: readonly [number, number] = SIZES[0];

  const actions = {
    async scroll() {
      const x = Math.round(width * (0.3 + 0.4 * random()));
      const y = Math.round(height * (0.3 + 0.4 * random()));
      const down = Math.round(height * pick([-0.4, 0.3, 0.6, 0.9, 1.5]));
      const aside = pick([0, 0, 0, 300, -300]);
      await page.wheel(x, y, aside, aside ? 0 : down);
      return `by ${aside}, ${aside ? 0 : down} at ${x}, ${y}`;
    },
    async resize() {
      [width, height] = pick(SIZES);
      await page.resize(width, height, zoom);
      return `to ${width} × ${height}`;
    },
    /** A glance at something new, long out of sight, a glance again, and on: together they are no impression. */
    async leave() {
      const before = await actions.scroll();
      await stay(GLANCE);
      await page.hide();
      await expect.poll(() => page.evaluate("document.hidden")).toBe(true);
      const ms = pick(RESTS);
      await stay(ms);
      await page.show();
      await expect.poll(() => page.evaluate("document.hidden")).toBe(false);
      await stay(GLANCE);
      return `after ${before}; for ${ms}; scroll ${await actions.scroll()}`;
    },
    go: () => click("go"),
    click: () => click("tracked"),
  };

  async function click(kind: Target["kind"]): Promise<string> {
    const targets = (await page.evaluate<Target[]>("truth.targets()")).filter((one) => one.kind === kind);
    const number = random();
    const target = targets[Math.floor(number * targets.length)];
    if (!target) return actions.scroll();
    await page.click(target.x, target.y);
    return `at ${target.x}, ${target.y}`;
  }

  const stay = (ms: number) => page.evaluate<void>(`new Promise((resolve) => setTimeout(resolve, ${ms}))`);

  async function rest(ms: number): Promise<void> {
    await stay(ms);
    log.push(`rest ${ms}`);
  }

  await page.resize(width, height, zoom);
  await rest(pick(RESTS.slice(2)));
  for (const step of [...STEPS]
    .map((step) => ({ step, order: random() }))
    .sort((a, b) => a.order - b.order)) {
    log.push(`${step.step} ${await actions[step.step]()}`);
    await rest(pick(RESTS));
  }
  return log;
}
