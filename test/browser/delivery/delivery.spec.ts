import type { Tracker } from "../../../src/tracker.js";
import { expect, idsOf, numbersOf, ofType, test } from "../../support/fixtures.js";
import { flush } from "../../support/tracker.js";

const LATE = { "flush-interval": "600000" };

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
  expect(numbersOf(relay.events())).toEqual(Array.from({ length: 40 }, (_, n) => n));
  expect(site.posts.length).toBeGreaterThan(2);
  for (const { isBeacon, contentType, text } of site.posts) {
    expect(isBeacon).toBe(false);
    expect(contentType).toBe("text/plain;charset=UTF-8");
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(61_440);
  }
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
  expect(numbersOf(relay.events())).toEqual([1, 3]);
  const { captured, sent, dropped } = await stats();
  expect([captured, sent, Object.values(dropped)]).toEqual([3, 2, [1]]);
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

test("what is seen while an answer is awaited and what is seen after it are one event of the next flush", async ({
  visit,
  page,
  site,
  relay,
}) => {
  let release = () => {};
  const asked = new Promise<void>((resolve) => {
    site.fate = () => {
      resolve();
      return new Promise((answer) => {
        release = () => answer("pass");
      });
    };
  });
  await visit({ tag: LATE });
  const see = (id: string) =>
    page.evaluate(
      (id) => (window.tracktag as Tracker).track("impressions:games", { game_ids: [{ id }] }),
      id,
    );
  await see("a");
  const answered = page.evaluate(() => (window.tracktag as Tracker).flush());
  await asked;
  await see("b");
  release();
  await answered;
  site.fate = () => "pass";
  await see("c");
  await flush(page);
  const games = ofType(relay.events(), "impressions:games");
  expect(games.map(({ data }) => data.game_ids)).toEqual([[{ id: "a" }], [{ id: "b" }, { id: "c" }]]);
});

test("what is seen while a slow answer is awaited joins nothing that is on its way", async ({
  visit,
  page,
  site,
  relay,
}) => {
  const release: (() => void)[] = [];
  site.fate = () => new Promise((resolve) => release.push(() => resolve("pass")));
  await visit({ tag: LATE });
  const see = (id: string) =>
    page.evaluate(
      (id) => (window.tracktag as Tracker).track("impressions:games", { game_ids: [{ id }] }),
      id,
    );
  const begin = () => page.evaluate(() => void (window.tracktag as Tracker).flush());
  await see("a");
  await begin();
  await expect.poll(() => release.length).toBe(1);
  // This one waits for the answer; what is seen meanwhile goes with it.
  await begin();
  await see("b");
  release[0]?.();
  await expect.poll(() => release.length).toBe(2);
  await see("c");
  await begin();
  release[1]?.();
  await expect.poll(() => release.length).toBe(3);
  release[2]?.();
  await expect.poll(() => idsOf(relay.events(), "impressions:games")).toEqual(["a", "b", "c"]);
});
