import { type BrowserContext, expect as baseExpect, chromium, type Page } from "@playwright/test";
import { startChromium } from "./chromium.js";

/** A busy machine takes its time. */
const expect = baseExpect.configure({ timeout: 10_000 });

/** The tabs of one window, of which a single one is visible at a time. */
export interface Tabs {
  context: BrowserContext;
  close(): Promise<void>;
}

/** Opens a window. Playwright's defaults are left out: they keep every page in the foreground. */
export async function openTabs(): Promise<Tabs> {
  const process = await startChromium("about:blank");
  const browser = await chromium.connectOverCDP(process.endpoint, { noDefaults: true });
  return {
    context: browser.contexts()[0] as BrowserContext,
    async close() {
      await browser.close();
      await process.close();
    },
  };
}

const isHidden = (tab: Page) => tab.evaluate(() => document.hidden);

/** Puts another tab, which is returned, in front of this one. */
export async function hide(tab: Page): Promise<Page> {
  const other = await tab.context().newPage();
  await other.bringToFront();
  await expect.poll(() => isHidden(tab)).toBe(true);
  return other;
}

/** Brings a tab to the front. */
export async function show(tab: Page): Promise<void> {
  await tab.bringToFront();
  await expect.poll(() => isHidden(tab)).toBe(false);
}
