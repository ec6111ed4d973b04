import type { Page } from "@playwright/test";
import type { Tracker } from "../../../src/tracker.js";
import { expect, idsOf, numbersOf, ofType, test } from "../../support/fixtures.js";
import { flush, push, track } from "../../support/tracker.js";

const BODY = '<button class="box" id="x" data-track-game="1">x</button>';
const consent = (page: Page, granted: boolean) => push(page, ["consent", granted]);
const storage = (page: Page) =>
  page.evaluate(() => [localStorage.length, sessionStorage.length, document.cookie]);
const NOTHING = [0, 0, ""];

test("data-consent=granted (default): captured, stored and sent at once", async ({
  visit,
  page,
  flushed,
}) => {
  await visit({ tag: { consent: "granted" }, body: BODY });
  await page.click("#x");
  expect(await flushed()).toHaveLength(2);
  expect(await storage(page)).not.toEqual(NOTHING);
});

test("data-consent=required: nothing is stored or sent until consent(true), then all that was held is sent", async ({
  visit,
  page,
  flushed,
  stats,
  site,
}) => {
  await visit({ tag: { consent: "required", "flush-interval": "0" }, body: BODY });
  await page.click("#x");
  await push(page, ["identify", "520535"], ["track", "custom", { n: 1 }]);
  await flush(page);
  const held = await page.evaluate(() => Date.now());
  expect(await stats()).toMatchObject({ captured: 3, queued: 3, sent: 0 });
  expect(await storage(page)).toEqual(NOTHING);
  expect(site.posts).toEqual([]);
  await consent(page, true);
  const events = await flushed();
  expect(events.map(({ event_type }) => event_type)).toEqual(["impressions:games", "clicks:game", "custom"]);
  for (const { timestamp } of events) expect(Date.parse(timestamp)).toBeLessThanOrEqual(held);
  expect(await storage(page)).not.toEqual(NOTHING);
});

test("data-consent=required: what is held goes with the page, and consent(false) empties it", async ({
  visit,
  page,
  flushed,
  site,
}) => {
  await visit({ tag: { consent: "required" }, body: BODY });
  await page.click("#x");
  await visit({ tag: { consent: "required" }, body: "" }, "/next");
  await push(page, ["track", "custom", { n: "before" }]);
  await consent(page, false);
  expect(site.posts).toEqual([]);
  await consent(page, true);
  expect(await flushed()).toEqual([]);
});

test("data-consent=denied: nothing is captured until consent(true), and nothing from before it is sent", async ({
  visit,
  page,
  flushed,
  stats,
  site,
}) => {
  await visit({ tag: { consent: "denied", pageviews: "auto" }, body: BODY });
  await page.click("#x");
  await push(page, ["track", "custom", { n: 1 }], ["page"]);
  await flush(page);
  expect(await stats()).toMatchObject({ captured: 0, queued: 0 });
  expect(await storage(page)).toEqual(NOTHING);
  expect(site.posts).toEqual([]);
  await consent(page, true);
  await page.click("#x");
  const events = await flushed();
  expect(ofType(events, "custom")).toEqual([]);
  expect(ofType(events, "clicks:game")).toHaveLength(1);
  expect(idsOf(events, "impressions:games")).toEqual(["1"]);
});

test("consent(false) by who hears of an event: it is dropped, too, and not kept for later", async ({
  visit,
  page,
  flushed,
  stats,
}) => {
  await visit({});
  await page.evaluate(() => {
    let isWithdrawn = false;
    const withdraw = () => {
      if (!isWithdrawn) window.tracktag?.push(["consent", !(isWithdrawn = true)]);
    };
    window.tracktag?.push(["subscribe", withdraw], ["track", "custom", { n: 1 }]);
  });
  expect(await stats()).toMatchObject({ captured: 1, queued: 0, dropped: { consent: 1 } });
  await consent(page, true);
  expect(ofType(await flushed(), "custom").map(({ data }) => data.n)).not.toContain(1);
});

test("consent(false): memory and storage are emptied at once, and nothing more is captured", async ({
  visit,
  page,
  flushed,
  stats,
}) => {
  await visit({ tag: { "flush-interval": "600000" }, body: BODY });
  await page.evaluate(() => localStorage.setItem("the-site's-own", "1"));
  await page.click("#x");
  await push(page, ["identify", "520535", { vip: true }]);
  expect(await page.evaluate(() => localStorage.length)).toBeGreaterThan(1);
  expect((await stats()).queued).toBe(2);
  const left = await page.evaluate(() => {
    window.tracktag?.push(["consent", false]);
    return Object.keys(localStorage);
  });
  expect(left).toEqual(["the-site's-own"]);
  expect(await stats()).toMatchObject({ captured: 2, queued: 0, sent: 0, dropped: { consent: 2 } });
  await page.click("#x");
  await track(page, 1);
  await flush(page);
  expect((await stats()).captured).toBe(2);
  await consent(page, true);
  expect(ofType(await flushed(), "clicks:game")).toEqual([]);
  await page.click("#x");
  expect(ofType(await flushed(), "clicks:game")).toHaveLength(1);
});

test("consent(false): what another page has left in storage goes, too, and the visitor is a new one afterwards", async ({
  visit,
  page,
  relay,
  flushed,
  site,
}) => {
  await visit({ body: "" });
  await flushed();
  const before = relay.batches().at(-1)?.anonymous_id;
  site.fate = () => ({ status: 503 });
  await push(page, ["track", "custom", { n: "kept" }]);
  await flush(page);
  await visit({ tag: { consent: "required" } }, "/next");
  expect(await page.evaluate("JSON.stringify(localStorage)")).toContain("kept");
  await consent(page, false);
  expect(await storage(page)).toEqual(NOTHING);
  site.fate = () => "pass";
  await consent(page, true);
  expect(await flushed()).toEqual([]);
  expect(relay.batches().at(-1)?.anonymous_id).not.toBe(before);
});

test("consent(false) while a request is under way: what it held is not sent or stored again", async ({
  visit,
  page,
  relay,
  flushed,
  site,
}) => {
  let answer = () => {};
  const asked = new Promise<void>((resolve) => (answer = resolve));
  site.fate = async (_, index) => {
    if (index === 0) await asked;
    return index === 0 ? { status: 503 } : "pass";
  };
  await visit({ tag: { "flush-interval": "0" } });
  await track(page, 1);
  await expect.poll(() => site.posts.length).toBe(1);
  await consent(page, false);
  answer();
  await page.waitForFunction(() =>
    performance.getEntriesByType("resource").some(({ name }) => name.endsWith("/t")),
  );
  expect(await storage(page)).toEqual(NOTHING);
  await consent(page, true);
  expect(await flushed()).toEqual([]);
  expect(relay.events()).toHaveLength(1);
});

test("consent(false) from a hook: the event that it was given is none any more, even when consent comes back", async ({
  visit,
  page,
  flushed,
}) => {
  await visit({ tag: { "flush-interval": "600000" }, body: "" });
  await page.evaluate(() => {
    const tracker = window.tracktag as Tracker;
    tracker.beforeSend((event) => {
      if (event.data.n === 1) tracker.consent(false);
      return event;
    });
  });
  await track(page, 1);
  await consent(page, true);
  await track(page, 2);
  expect(numbersOf(await flushed())).toEqual([2]);
});
