import type { Page } from "@playwright/test";
import type { Tracker } from "../../src/tracker.js";
import { test as base, type Direct, SCRIPT } from "./direct.js";
import { openTabs } from "./tabs.js";

/** @param open a page with direct mode, in a tab that `hide` and `show` put behind another and in front of it */
export const test = base.extend<{ open(tag: Record<string, string>): Promise<Page> }>({
  open: async ({ site }, use) => {
    const { context, close } = await openTabs();
    await use(async (tag) => {
      site.page("/", { script: SCRIPT, tag });
      const tab = await context.newPage();
      await tab.goto(`${site.origin}/`);
      await tab.bringToFront();
      return tab;
    });
    await close();
  },
});

/** Keeps the next request from its backend until the function that is returned is called. */
export function holdNext({ cors }: Direct): () => void {
  let release = () => {};
  const held = new Promise<void>((resolve) => (release = resolve));
  cors.before = () => {
    cors.before = () => undefined;
    return held;
  };
  return release;
}

export const statsOf = (tab: Page) => tab.evaluate(() => (window.tracktag as Tracker).stats());

/** Flushes, and does not wait for it. */
export const beginFlush = (tab: Page) => tab.evaluate(() => void (window.tracktag as Tracker).flush());

/** The numbers of the custom events that the backend was sent, in order. */
export const numbersAt = ({ exchanges }: Direct): number[] =>
  exchanges().map(({ body }) => (body as { data: { n: number } }).data.n);

export { expect } from "./direct.js";
