import type { Page } from "@playwright/test";
import type { Tracker } from "../../src/tracker.js";
import { stopClock } from "../support/clock.js";
import { expect, ofType, test } from "../support/fixtures.js";
import type { TestRelay } from "../support/relay.js";
import type { Site } from "../support/site.js";

const LATE = { "flush-interval": "600000" };
const track = (page: Page, ...numbers: number[]) =>
  page.evaluate((numbers) => {
    for (const n of numbers) (window.tracktag as Tracker).track("custom", { n });
  }, numbers);
const flush = (page: Page) => page.evaluate(() => (window.tracktag as Tracker).flush());
const numbers = (events: { data: Record<string, unknown> }[]) => events.map(({ data }) => data.n);
/** Waits until the relay has these and no others, whatever else it has; each once. */
const arrived = (relay: TestRelay, wanted: number[]) =>
  expect
    .poll(() => (numbers(relay.events()) as number[]).filter((n) => n !== undefined).sort((a, b) => a - b))
    .toEqual(wanted);
const sentIds = (site: Site) => site.posts.flatMap(({ envelope }) => envelope.events.map(({ id }) => id));

test("while the page is visible: a request whose answer is read; text/plain, at most 61,440 bytes each", async ({
  visit,
  page,
  relay,
  site,
}) => {
  await visit({ tag: LATE });
  await page.evaluate(() => {
    // Two bytes a character in UTF-8.
    const text = "ä".repeat(2000);
    for (let n = 0; n < 40; n++) (window.tracktag as Tracker).track("custom", { n, text });
  });
  await flush(page);
  expect(numbers(relay.events())).toEqual(Array.from({ length: 40 }, (_, n) => n));
  expect(site.posts.length).toBeGreaterThan(2);
  for (const { isBeacon, contentType, text } of site.posts) {
    expect(isBeacon).toBe(false);
    expect(contentType).toBe("text/plain;charset=UTF-8");
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(61_440);
  }
});

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

test("an answer that is lost: the events are sent again, and the relay keeps one copy", async ({
  visit,
  page,
  site,
  relay,
  flushed,
}) => {
  site.fate = (_, index) => (index === 0 ? "lost" : "pass");
  await visit({ tag: LATE });
  await track(page, 1);
  await flush(page);
  expect(numbers(await flushed())).toEqual([1]);
  expect(numbers(relay.events()).filter((n) => n === 1)).toEqual([1]);
  expect(await relay.metric("tracktag_duplicates_total")).toBe(1);
});

for (const [title, fate] of [
  ["503", { status: 503 }],
  ["500", { status: 500 }],
  ["429", { status: 429 }],
  ["408", { status: 408 }],
  ["a connection that breaks", "reset"],
] as const)
  test(`${title}: the events are kept and sent again by themselves, under the same ids`, async ({
    visit,
    page,
    site,
    relay,
    stats,
  }) => {
    site.fate = () => fate;
    await visit({ tag: LATE });
    await track(page, 1, 2);
    await flush(page);
    expect(await stats()).toMatchObject({ sent: 0, queued: 2, dropped: {} });
    site.fate = () => "pass";
    await expect.poll(() => numbers(relay.events())).toEqual([1, 2]);
    const attempts = site.posts.map(({ envelope }) => envelope.events);
    expect(attempts.length).toBeGreaterThan(1);
    for (const events of attempts) expect(events).toEqual(attempts[0]);
    await expect.poll(stats).toMatchObject({ sent: 2, queued: 0 });
  });

test("Retry-After: nothing is sent until then, though more is captured; then all is", async ({
  visit,
  page,
  site,
  relay,
}) => {
  site.fate = (_, index) => (index === 0 ? { status: 429, headers: { "Retry-After": "3600" } } : "pass");
  await stopClock(page);
  await visit({ tag: { "flush-interval": "1000" } });
  await page.evaluate(() => {
    Object.assign(window, { failed: 0 });
    const count = ({ stage }: { stage: string }) =>
      stage === "failed" && (window as unknown as { failed: number }).failed++;
    (window.tracktag as Tracker).subscribe(count);
  });
  await track(page, 1);
  await page.clock.runFor(1000);
  await expect.poll(() => page.evaluate("failed")).toBe(1);
  await track(page, 2);
  await page.clock.fastForward(3_590_000);
  expect(site.posts).toHaveLength(1);
  await page.clock.fastForward(20_000);
  await expect.poll(() => numbers(relay.events())).toEqual([1, 2]);
});

for (const status of [400, 401, 403, 410, 413, 415, 422])
  test(`${status}: never sent again, but counted and said once; the next events go on`, async ({
    visit,
    page,
    site,
    relay,
    stats,
    messages,
    flushed,
  }) => {
    site.fate = (_, index) => (index < 2 ? { status } : "pass");
    await visit({ tag: LATE });
    for (const n of [1, 2]) {
      await track(page, n);
      await flush(page);
    }
    expect(await stats()).toMatchObject({ sent: 0, queued: 0, dropped: { [`http_${status}`]: 2 } });
    expect(messages).toEqual([expect.stringContaining(`${status}`)]);
    await track(page, 3);
    expect(numbers(await flushed())).toEqual([3]);
    expect(site.posts).toHaveLength(3);
    expect(numbers(relay.events()).includes(1)).toBe(false);
  });

test("413 for several events: they are sent in smaller requests", async ({
  visit,
  page,
  site,
  relay,
  stats,
}) => {
  site.fate = ({ envelope }) => (envelope.events.length > 2 ? { status: 413 } : "pass");
  await visit({ tag: LATE });
  await track(page, 1, 2, 3, 4, 5, 6, 7);
  await flush(page);
  await expect.poll(() => numbers(relay.events())).toEqual([1, 2, 3, 4, 5, 6, 7]);
  await expect.poll(stats).toMatchObject({ sent: 7, queued: 0, dropped: {} });
});

test("an event alone that no request can hold is dropped and counted; the others go", async ({
  visit,
  page,
  relay,
  stats,
}) => {
  await visit({ tag: LATE });
  await page.evaluate(() => {
    (window.tracktag as Tracker).track("custom", { n: 1 });
    (window.tracktag as Tracker).track("custom", { n: 2, text: "x".repeat(70_000) });
    (window.tracktag as Tracker).track("custom", { n: 3 });
  });
  await flush(page);
  expect(numbers(relay.events())).toEqual([1, 3]);
  const { captured, sent, dropped } = await stats();
  expect([captured, sent, Object.values(dropped)]).toEqual([3, 2, [1]]);
});

test.describe(() => {
  test.use({ rejections: 1 });

  test("an event that the relay rejects is dropped, counted and named; the rest of its request is sent", async ({
    visit,
    page,
    relay,
    stats,
    messages,
  }) => {
    await visit({ tag: LATE });
    await page.evaluate(() => {
      let deep: Record<string, unknown> = {};
      for (let level = 0; level < 70; level++) deep = { deep };
      (window.tracktag as Tracker).track("custom", { n: 1 });
      (window.tracktag as Tracker).track("custom", { n: 2, deep });
      (window.tracktag as Tracker).track("custom", { n: 3 });
    });
    await flush(page);
    expect(numbers(relay.events())).toEqual([1, 3]);
    expect(await stats()).toMatchObject({ sent: 2, queued: 0, dropped: { rejected: 1 } });
    expect(messages).toEqual([expect.stringMatching(/INVALID_DATA/)]);
  });
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
  site.fate = () => "pass";
  // The lock of the closed tab is free from some moment on: then the other one has its events.
  await expect.poll(() => tab.evaluate(() => (window.tracktag as Tracker).stats().queued)).toBe(2);
  await flush(tab);
  await received({ data: { n: 1 } });
  await received({ data: { n: 2 } });
  expect(relay.events()).toHaveLength(2);
  expect(await relay.metric("tracktag_duplicates_total")).toBe(0);
});

test("the queue is bounded: the oldest impressions go before any click, and are counted", async ({
  visit,
  page,
  site,
  stats,
}) => {
  await visit({ tag: LATE, body: '<button id="x" class="box" data-track-social="s">x</button>' });
  site.fate = () => "reset";
  await page.click("#x");
  const MANY = 5000;
  await page.evaluate((many) => {
    const tracker = window.tracktag as Tracker;
    for (let n = 0; n < many; n++) tracker.track("impressions:games", { game_ids: [{ id: n }], n });
  }, MANY);
  const { captured, queued, dropped } = await stats();
  expect(captured).toBe(MANY + 1);
  expect(queued).toBeLessThan(MANY);
  expect(queued + Object.values(dropped).reduce((sum, count) => sum + count, 0)).toBe(captured);
  site.fate = () => "pass";
  await flush(page);
  const events = site.posts.flatMap(({ envelope }) => envelope.events);
  expect(ofType(events, "clicks:social")).toHaveLength(1);
  expect(events.at(-1)?.data.n).toBe(MANY - 1);
});

test("identify records are delivered like events: kept while the relay is away, sent once", async ({
  visit,
  page,
  site,
  relay,
}) => {
  site.fate = () => ({ status: 503 });
  await visit({ tag: LATE });
  await page.evaluate(() => (window.tracktag as Tracker).identify("a", { vip: true }));
  await flush(page);
  await visit({}, "/next");
  site.fate = () => "pass";
  await expect
    .poll(() => relay.batches().flatMap(({ identify }) => identify))
    .toMatchObject([{ user_id: "a" }]);
});
