import type { Tracker } from "../../../src/tracker.js";
import { expect, idsOf, ofType, test } from "../../support/fixtures.js";
import { flush, track } from "../../support/tracker.js";

const LATE = { "flush-interval": "600000" };
const box = (id: string) => `<div class="box" data-track-game="${id}"></div>`;

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

test("what a later page has delivered meanwhile is neither sent again nor counted again", async ({
  visit,
  page,
  site,
  stats,
  relay,
}) => {
  await visit({ tag: LATE, body: '<a href="/next">x</a>' });
  site.fate = () => ({ status: 503 });
  await track(page, 1);
  await flush(page);
  site.fate = () => "pass";
  site.page("/next", { tag: {}, body: "<h1>next</h1>" });
  await page.click("a");
  await page.waitForSelector("h1");
  await expect.poll(async () => (await stats()).sent).toBe(1);
  await page.goBack({ waitUntil: "commit" });
  await page.waitForSelector("a");
  await track(page, 2);
  await flush(page);
  expect(await stats()).toMatchObject({ captured: 1, sent: 1, queued: 0 });
  expect(site.requests.filter((request) => request === "GET /")).toHaveLength(1);
  expect(relay.events()).toHaveLength(2);
  expect(await relay.metric("tracktag_duplicates_total")).toBe(0);
});
