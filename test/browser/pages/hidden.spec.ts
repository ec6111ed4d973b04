import type { BrowserContext, Page } from "@playwright/test";
import type { Tracker } from "../../../src/tracker.js";
import { test as base, expect, idsOf } from "../../support/fixtures.js";
import { hide, openTabs, show } from "../../support/tabs.js";
import { track } from "../../support/tracker.js";

const LATE = { "flush-interval": "600000" };
const box = (id: string) => `<div class="box" data-track-game="${id}"></div>`;

/** Tabs of one window, of which a single one is visible at a time. */
const test = base.extend<{ tabs: BrowserContext; tab: Page }>({
  tabs: async ({ relay: _ }, use) => {
    const tabs = await openTabs();
    await use(tabs.context);
    await tabs.close();
  },
  tab: async ({ tabs }, use) => {
    const tab = await tabs.newPage();
    const errors: Error[] = [];
    tab.on("pageerror", (error) => errors.push(error));
    await use(tab);
    expect(errors).toEqual([]);
  },
});

test("a tab that is hidden sends what is queued by a beacon, and every further event at once", async ({
  tab,
  site,
  received,
}) => {
  site.page("/", { tag: LATE });
  await tab.goto(site.origin);
  await track(tab, 1);
  expect(site.posts).toEqual([]);
  await hide(tab);
  await received({ data: { n: 1 } });
  await track(tab, 2);
  await received({ data: { n: 2 } });
  expect(site.posts.map(({ isBeacon }) => isBeacon)).toEqual([true, true]);
});

test("while the tab is hidden no dwell runs; on return it starts again from zero", async ({
  tab,
  site,
  received,
}) => {
  const DWELL = 1500;
  site.page("/", { tag: { viewability: `0.5/${DWELL}` }, body: box("1") });
  await tab.goto(site.origin);
  const other = await hide(tab);
  // Longer than the dwell, by the clock of a page that is visible.
  await other.evaluate((ms) => new Promise((resolve) => setTimeout(resolve, ms)), DWELL + 300);
  const returned = Date.now();
  await show(tab);
  const { timestamp } = await received({ event_type: "impressions:games" });
  expect(Date.parse(timestamp)).toBeGreaterThanOrEqual(returned + DWELL - 50);
});

for (const [what, change] of [
  ["removed", (box: HTMLElement) => box.remove()],
  ["moved away", (box: HTMLElement) => Object.assign(box.style, { marginLeft: "-999px" })],
] as const)
  test(`what is ${what} while the tab is hidden does not count, however long the next frame takes`, async ({
    tab,
    site,
    relay,
  }) => {
    site.page("/", { tag: { viewability: "0.5/1000" }, body: box("1") });
    await tab.goto(site.origin);
    await tab.evaluate(`{
      const box = document.querySelector(".box");
      // It is another one from now on.
      box.dataset.trackGame = "7";
      document.addEventListener("visibilitychange", () => {
        if (document.hidden) return (${change})(box);
        for (const end = performance.now() + 1200; performance.now() < end; );
        tracktag.page("next");
        window.isBack = true;
      });
    }`);
    await tab.evaluate(() => new Promise(requestAnimationFrame));
    await hide(tab);
    await show(tab);
    await tab.waitForFunction("window.isBack");
    await tab.evaluate("tracktag.flush()");
    expect(idsOf(relay.events(), "impressions:games")).toEqual([]);
  });

test("a page that loads in a hidden tab sees nothing until it is shown", async ({
  tab,
  site,
  received,
  relay,
}) => {
  await hide(tab);
  site.page("/", { body: box("1") });
  await tab.goto(site.origin);
  expect(await tab.evaluate(() => document.hidden)).toBe(true);
  await tab.evaluate(() => (window.tracktag as Tracker).track("custom", { n: "while hidden" }));
  await received({ data: { n: "while hidden" } });
  expect(idsOf(relay.events(), "impressions:games")).toEqual([]);
  const shown = Date.now();
  await show(tab);
  const { timestamp } = await received({ event_type: "impressions:games" });
  expect(Date.parse(timestamp)).toBeGreaterThanOrEqual(shown - 50);
});

test("frozen and resumed: the dwell starts again, and nothing is lost or doubled", async ({
  tab,
  site,
  relay,
  received,
}) => {
  site.page("/", { tag: { viewability: "0.5/2000" }, body: box("1") });
  await tab.goto(site.origin);
  await track(tab, 1);
  await hide(tab);
  const session = await tab.context().newCDPSession(tab);
  await session.send("Page.setWebLifecycleState", { state: "frozen" });
  await received({ data: { n: 1 } });
  await session.send("Page.setWebLifecycleState", { state: "active" });
  const returned = Date.now();
  await show(tab);
  const { timestamp } = await received({ event_type: "impressions:games" });
  expect(Date.parse(timestamp)).toBeGreaterThanOrEqual(returned + 2000 - 50);
  expect(relay.events()).toHaveLength(2);
  expect(await relay.metric("tracktag_duplicates_total")).toBe(0);
});
