import type { Tracker } from "../../../src/tracker.js";
import { expect, numbersOf, test } from "../../support/fixtures.js";
import type { TestRelay } from "../../support/relay.js";
import type { Site } from "../../support/site.js";
import { flush, push, track } from "../../support/tracker.js";

const LATE = { "flush-interval": "600000" };
/** Waits until the relay has these and no others, whatever else it has; each once. */
const arrived = (relay: TestRelay, wanted: number[]) =>
  expect.poll(() => numbersOf(relay.events()).sort((a, b) => a - b)).toEqual(wanted);
const sentIds = (site: Site) => site.posts.flatMap(({ envelope }) => envelope.events.map(({ id }) => id));

test("a page that is left: what is queued goes with a beacon, each event once", async ({
  visit,
  page,
  site,
  received,
}) => {
  await visit({ tag: LATE });
  await track(page, 1, 2);
  site.page("/next", { tag: null });
  await page.goto("/next");
  await received({ data: { n: 2 } });
  expect(site.posts.map(({ isBeacon }) => isBeacon)).toEqual([true]);
  expect(site.posts[0]?.contentType).toBe("text/plain;charset=UTF-8");
});

test("a slow relay, and a page that is left meanwhile: each event is kept once, copies carry the same id", async ({
  visit,
  page,
  site,
  relay,
  flushed,
}) => {
  let answer = () => {};
  const asked = new Promise<void>((resolve) => (answer = resolve));
  site.fate = async (_, index) => {
    if (index === 0) await asked;
    return "pass" as const;
  };
  await visit({ tag: LATE });
  await track(page, 1);
  void flush(page).catch(() => {});
  await expect.poll(() => site.posts.length).toBe(1);
  await track(page, 2);
  await visit({}, "/next");
  answer();
  await arrived(relay, [1, 2]);
  await flushed();
  await arrived(relay, [1, 2]);
});

test("a request whose outcome is unknown when the page ends is sent again under its ids", async ({
  visit,
  page,
  site,
  relay,
}) => {
  let release = () => {};
  const held = new Promise<void>((resolve) => (release = resolve));
  site.fate = async (_, index) => {
    if (index > 0) return "pass";
    await held;
    return "reset";
  };
  await visit({ tag: LATE });
  await track(page, 1);
  void flush(page).catch(() => {});
  await expect.poll(() => site.posts.length).toBe(1);
  await visit({}, "/next");
  release();
  await arrived(relay, [1]);
  expect(sentIds(site).filter((id) => id === relay.events()[0]?.id).length).toBeGreaterThan(1);
});

test("offline: the events are kept, over a reload, too, and sent when the network is back", async ({
  visit,
  page,
  context,
  stats,
  relay,
}) => {
  await visit({ tag: LATE });
  await context.setOffline(true);
  await track(page, 1);
  await flush(page);
  expect(await stats()).toMatchObject({ sent: 0, queued: 1 });
  await context.setOffline(false);
  await visit({}, "/next");
  await arrived(relay, [1]);
});

test("while deliveries fail, a page that is left keeps its events instead of a beacon that says nothing", async ({
  visit,
  page,
  site,
  relay,
}) => {
  site.fate = () => ({ status: 503 });
  await visit({ tag: LATE });
  await track(page, 1);
  await flush(page);
  await track(page, 2);
  await visit({}, "/next");
  expect(site.posts.filter(({ isBeacon }) => isBeacon)).toEqual([]);
  site.fate = () => "pass";
  await arrived(relay, [1, 2]);
});

test("the next page knows that deliveries fail, until one does not: its first beacon is kept, too", async ({
  visit,
  page,
  site,
  relay,
  stats,
}) => {
  const beacons = () => site.posts.filter(({ isBeacon }) => isBeacon);
  site.fate = () => ({ status: 503 });
  await visit({ tag: LATE });
  await track(page, 1);
  await flush(page);
  await visit({ tag: LATE }, "/second");
  await track(page, 2);
  await visit({ tag: LATE }, "/third");
  expect(beacons()).toEqual([]);
  site.fate = () => "pass";
  await track(page, 3);
  // The locks of the pages before are free from some moment on: then this one has their events.
  await expect.poll(async () => (await stats()).queued).toBe(3);
  await flush(page);
  await arrived(relay, [1, 2, 3]);
  await visit({ tag: LATE }, "/fourth");
  await track(page, 4);
  await visit({ tag: LATE }, "/fifth");
  await arrived(relay, [1, 2, 3, 4]);
  expect(beacons()).toHaveLength(1);
});

test("consent withdrawn while an answer is awaited that is a failure: nothing is written any more", async ({
  visit,
  page,
  site,
}) => {
  let release = (): void => {};
  const held = new Promise<void>((resolve) => (release = resolve));
  site.fate = async () => {
    await held;
    return { status: 503 };
  };
  await visit({ tag: LATE });
  await track(page, 1);
  void flush(page).catch(() => {});
  await expect.poll(() => site.posts.length).toBe(1);
  await push(page, ["consent", false]);
  const answered = page.waitForEvent("requestfinished");
  release();
  await answered;
  await page.evaluate("new Promise(requestAnimationFrame)");
  expect(await page.evaluate("Object.keys(localStorage)")).toEqual([]);
});

test("450 kB at the end of a page: what the browser does not take waits for the next visit, each event once", async ({
  visit,
  page,
  relay,
}) => {
  await visit({ tag: LATE });
  await page.evaluate(() => {
    const text = "x".repeat(5000);
    for (let n = 0; n < 90; n++) (window.tracktag as Tracker).track("custom", { n, text });
  });
  await visit({}, "/next");
  await arrived(
    relay,
    Array.from({ length: 90 }, (_, n) => n),
  );
});

test("a click outlives a crash of its page", async ({ visit, page, context, site, received, relay }) => {
  await visit({ tag: LATE, body: '<button id="x" class="box" data-track-game="1">x</button>' });
  await page.click("#x");
  const id = await page.evaluate(
    () => JSON.stringify(localStorage).match(/[0-9a-f-]{36}(?=\\+",\\+"timestamp)/g)?.length,
  );
  expect(id).toBeGreaterThan(0);
  const crashed = page.waitForEvent("crash");
  page.goto("chrome://crash").catch(() => {});
  await crashed;
  expect(relay.events()).toEqual([]);
  site.page("/next", { tag: {} });
  const next = await context.newPage();
  await next.goto("/next");
  await received({ event_type: "clicks:game" });
  await received({ event_type: "impressions:games" });
});

test("of two tabs the one that stays inherits what the other has left, and each event is sent once", async ({
  visit,
  page,
  context,
  site,
  relay,
  received,
}) => {
  site.fate = () => ({ status: 503 });
  await visit({ tag: LATE });
  await track(page, 1);
  const tab = await context.newPage();
  await tab.goto("/");
  await track(tab, 2);
  // A beacon counts as sent unless the last answer was a failure.
  for (const each of [page, tab]) await flush(each);
  await page.close();
  // The lock of the closed tab is free from some moment on: then the other one has its events.
  await expect.poll(() => tab.evaluate(() => (window.tracktag as Tracker).stats().queued)).toBe(2);
  site.fate = () => "pass";
  await flush(tab);
  await received({ data: { n: 1 } });
  await received({ data: { n: 2 } });
  expect(relay.events()).toHaveLength(2);
  expect(await relay.metric("tracktag_duplicates_total")).toBe(0);
});
