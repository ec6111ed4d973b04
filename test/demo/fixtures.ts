import { test as base, expect as baseExpect, type Page } from "@playwright/test";
import { type DemoProcess, startDemoProcess } from "./demo-process.js";
import { type LiveFeed, openLiveFeed, type Received } from "./live-feed.js";

/** A second of dwell, two until the flush, and a busy machine. */
export const expect = baseExpect.configure({ timeout: 15_000 });

/** Each test has a demo of its own, and hears its relay beside the page. */
export const test = base.extend<{ demo: DemoProcess; feed: LiveFeed }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures that a fixture needs from its pattern
  demo: async ({}, use) => {
    const demo = await startDemoProcess();
    await use(demo);
    await demo.stop();
  },
  feed: async ({ demo }, use) => {
    const feed = await openLiveFeed(demo.url);
    await use(feed);
    feed.close();
  },
  viewport: { width: 1440, height: 900 },
  baseURL: async ({ demo }, use) => use(demo.url),
});

export const ofType = (feed: LiveFeed, type: string): Received[] =>
  feed.received.filter(({ event }) => event.event_type === type);

/** Waits until the relay has received an event of the type, and returns the latest. */
export async function receivedOne(feed: LiveFeed, type: string) {
  await expect.poll(() => ofType(feed, type).length, { message: type }).toBeGreaterThan(0);
  return ofType(feed, type).at(-1)?.event as Received["event"];
}

/** The odds button number `index` of the page, from the top. */
export const odds = (page: Page, index: number) => page.locator("main .odds").nth(index);

/** The rows of the drawer that say this type. */
export const rows = (page: Page, type: string) =>
  page.locator(".row").filter({ has: page.getByText(type, { exact: true }) });
