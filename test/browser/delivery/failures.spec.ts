import type { Tracker } from "../../../src/tracker.js";
import { stopClock } from "../../support/clock.js";
import { expect, numbersOf, test } from "../../support/fixtures.js";
import { flush, track } from "../../support/tracker.js";

const LATE = { "flush-interval": "600000" };

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
  expect(numbersOf(await flushed())).toEqual([1]);
  expect(numbersOf(relay.events()).filter((n) => n === 1)).toEqual([1]);
  expect(await relay.metric("tracktag_duplicates_total")).toBe(1);
});

for (const [title, fate] of [
  ["503", { status: 503 }],
  ["500", { status: 500 }],
  ["429", { status: 429 }],
  ["408", { status: 408 }],
  ["a connection that breaks", "reset"],
  // Many sites answer everything with their home page.
  ["200 that no relay has given", { status: 200 }],
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
    await expect.poll(() => numbersOf(relay.events())).toEqual([1, 2]);
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
  await expect.poll(() => numbersOf(relay.events())).toEqual([1, 2]);
});

for (const [told, pause] of [
  ["-1", 1000],
  ["0", 1000],
  ["Wed, 21 Oct 2026 07:28:00 GMT", 1000],
  ["2592000", 86_400_000],
  ["1e300", 86_400_000],
] as const)
  test(`Retry-After: ${told}: sent again after ${pause} ms at most, and not at once`, async ({
    visit,
    page,
    site,
  }) => {
    site.fate = () => ({ status: 503, headers: { "Retry-After": told } });
    await stopClock(page);
    await visit({ tag: LATE });
    await track(page, 1);
    await flush(page);
    await page.clock.fastForward(pause / 2 - 1);
    expect(site.posts).toHaveLength(1);
    await page.clock.fastForward(pause / 2 + 1);
    await expect.poll(() => site.posts.length).toBe(2);
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
    expect(numbersOf(await flushed())).toEqual([3]);
    expect(site.posts).toHaveLength(3);
    expect(numbersOf(relay.events()).includes(1)).toBe(false);
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
  await expect.poll(() => numbersOf(relay.events())).toEqual([1, 2, 3, 4, 5, 6, 7]);
  await expect.poll(stats).toMatchObject({ sent: 7, queued: 0, dropped: {} });
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
    expect(numbersOf(relay.events())).toEqual([1, 3]);
    expect(await stats()).toMatchObject({ sent: 2, queued: 0, dropped: { rejected: 1 } });
    expect(messages).toEqual([expect.stringMatching(/INVALID_DATA/)]);
  });
});
