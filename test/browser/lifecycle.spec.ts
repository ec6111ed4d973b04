import { type BrowserContext, chromium, type Page } from "@playwright/test";
import type { Tracker } from "../../src/tracker.js";
import { startChromium } from "../support/chromium.js";
import { test as base, expect, idsOf, ofType } from "../support/fixtures.js";
import { toHtml } from "../support/page.js";

/** Tabs of one window, of which a single one is visible at a time. */
const test = base.extend<{ tabs: BrowserContext; tab: Page }>({
  tabs: async ({ relay: _ }, use) => {
    const process = await startChromium("about:blank");
    // Without Playwright's defaults: they keep every page in the foreground.
    const browser = await chromium.connectOverCDP(process.endpoint, { noDefaults: true });
    await use(browser.contexts()[0] as BrowserContext);
    await browser.close();
    await process.close();
  },
  tab: async ({ tabs }, use) => {
    const tab = await tabs.newPage();
    const errors: Error[] = [];
    tab.on("pageerror", (error) => errors.push(error));
    await use(tab);
    expect(errors).toEqual([]);
  },
});

const LATE = { "flush-interval": "600000" };
const box = (id: string) => `<div class="box" data-track-game="${id}"></div>`;
const isHidden = (tab: Page) => tab.evaluate(() => document.hidden);

const hide = async (tab: Page): Promise<Page> => {
  const other = await tab.context().newPage();
  await other.bringToFront();
  await expect.poll(() => isHidden(tab)).toBe(true);
  return other;
};

const show = async (tab: Page) => {
  await tab.bringToFront();
  await expect.poll(() => isHidden(tab)).toBe(false);
};

test("a tab that is hidden sends what is queued by a beacon, and every further event at once", async ({
  tab,
  site,
  received,
}) => {
  site.page("/", { tag: LATE });
  await tab.goto(site.origin);
  await tab.evaluate(() => (window.tracktag as Tracker).track("custom", { n: 1 }));
  expect(site.posts).toEqual([]);
  await hide(tab);
  await received({ data: { n: 1 } });
  await tab.evaluate(() => (window.tracktag as Tracker).track("custom", { n: 2 }));
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

test("a page that loads in a hidden tab sees nothing until it is shown", async ({
  tab,
  site,
  received,
  relay,
}) => {
  await hide(tab);
  site.page("/", { body: box("1") });
  await tab.goto(site.origin);
  expect(await isHidden(tab)).toBe(true);
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
  site.page("/", { tag: { viewability: "0.5/600" }, body: box("1") });
  await tab.goto(site.origin);
  await tab.evaluate(() => (window.tracktag as Tracker).track("custom", { n: 1 }));
  await hide(tab);
  const session = await tab.context().newCDPSession(tab);
  await session.send("Page.setWebLifecycleState", { state: "frozen" });
  await received({ data: { n: 1 } });
  await session.send("Page.setWebLifecycleState", { state: "active" });
  const returned = Date.now();
  await show(tab);
  const { timestamp } = await received({ event_type: "impressions:games" });
  expect(Date.parse(timestamp)).toBeGreaterThanOrEqual(returned + 600 - 50);
  expect(relay.events()).toHaveLength(2);
  expect(await relay.metric("tracktag_duplicates_total")).toBe(0);
});

test("a return from the back/forward cache is a page view: impressions count again, previous_location is null", async ({
  visit,
  page,
  site,
  seen,
  relay,
}) => {
  await visit({ tag: { pageviews: "auto" }, body: `${box("1")}<a href="/next">x</a>` });
  await seen();
  site.page("/next", { tag: null, body: "<h1>next</h1>" });
  await page.click("a");
  await page.waitForSelector("h1");
  await page.goBack({ waitUntil: "commit" });
  await page.waitForSelector("a");
  const events = await seen();
  // The page itself is the old one: it was not loaded again.
  expect(site.requests.filter((request) => request === "GET /")).toHaveLength(1);
  expect(ofType(events, "impressions:page").map(({ data }) => data.previous_location)).toEqual([null, null]);
  expect(idsOf(events, "impressions:games")).toEqual(["1", "1"]);
  expect(await relay.metric("tracktag_duplicates_total")).toBe(0);
});

test("a return from the back/forward cache is a page view with data-pageviews=off, too, but without an event", async ({
  visit,
  page,
  site,
  seen,
}) => {
  await visit({ tag: { pageviews: "off" }, body: `${box("1")}<a href="/next">x</a>` });
  await seen();
  site.page("/next", { tag: null, body: "<h1>next</h1>" });
  await page.click("a");
  await page.waitForSelector("h1");
  await page.goBack({ waitUntil: "commit" });
  await page.waitForSelector("a");
  const events = await seen();
  expect(idsOf(events, "impressions:games")).toEqual(["1", "1"]);
  expect(ofType(events, "impressions:page")).toEqual([]);
});

test("what a page kept before it went into the back/forward cache is delivered once when it returns", async ({
  visit,
  page,
  site,
  flushed,
  relay,
}) => {
  await visit({ tag: LATE, body: '<a href="/next">x</a>' });
  site.fate = () => ({ status: 503 });
  await page.evaluate(async () => {
    (window.tracktag as Tracker).track("custom", { n: 1 });
    await (window.tracktag as Tracker).flush();
  });
  site.page("/next", { tag: null, body: "<h1>next</h1>" });
  await page.click("a");
  await page.waitForSelector("h1");
  await page.goBack({ waitUntil: "commit" });
  await page.waitForSelector("a");
  expect(site.requests.filter((request) => request === "GET /")).toHaveLength(1);
  site.fate = () => "pass";
  await flushed();
  expect(relay.events().filter(({ data }) => data.n === 1)).toHaveLength(1);
  expect(await relay.metric("tracktag_duplicates_total")).toBe(0);
});

base("prerendering: nothing counts, until the page is shown", async ({ site, relay, received }) => {
  site.file(
    "/",
    toHtml({
      tag: { page: "/first" },
      head: '<script type="speculationrules">{ "prerender": [{ "urls": ["/next"], "eagerness": "immediate" }] }</script>',
      // Nobody can click here: the page asks the site when it is time to go.
      body: `<script>setInterval(async () => {
        const answer = await (await fetch("/go", { cache: "no-store" })).text();
        if (answer === "go") location.href = "/next";
        if (answer === "marker") tracktag.track("custom", { name: "marker" });
      }, 50)</script>`,
    }),
  );
  site.file("/go", "");
  site.file(
    "/next",
    toHtml({
      tag: { pageviews: "auto", page: "/next" },
      head: '<script>fetch("/loaded?" + document.prerendering)</script>',
      body: `${box("1")}<script>document.addEventListener("prerenderingchange", () => fetch("/shown"))</script>`,
    }),
  );
  site.file("/loaded", "");
  site.file("/shown", "");
  const process = await startChromium(site.origin);
  try {
    await expect
      .poll(() => site.requests.filter((request) => /tracktag|loaded/.test(request)).length)
      .toBeGreaterThan(1);
    site.file("/go", "marker");
    await received({ event_type: "custom" });
    expect(relay.events().filter(({ data }) => data.page === "/next")).toEqual([]);
    const shown = Date.now();
    site.file("/go", "go");
    const { timestamp } = await received({ event_type: "impressions:games", data: { page: "/next" } });
    await received({
      event_type: "impressions:page",
      data: { page: "/next", previous_location: `${site.origin}/` },
    });
    expect(Date.parse(timestamp)).toBeGreaterThanOrEqual(shown);
    // It was really prerendered.
    expect(site.requests).toContain("GET /shown");
    expect(site.requests.filter((request) => request === "GET /next")).toHaveLength(1);
  } finally {
    await process.close();
  }
});
