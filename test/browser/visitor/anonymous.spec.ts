import type { Page } from "@playwright/test";
import { stopClock } from "../../support/clock.js";
import { expect, ofType, test } from "../../support/fixtures.js";
import { flush } from "../../support/tracker.js";

const BODY =
  '<button class="box" id="x" data-track-game="1">x</button><div class="box" data-track-widget="w"></div>';
const identify = (page: Page, user: string | null) =>
  page.evaluate((user) => window.tracktag?.push(["identify", user]), user);

test("data-anonymous=send (default): events without a user are sent with user_id null", async ({
  visit,
  page,
  flushed,
}) => {
  await visit({ body: BODY });
  await page.click("#x");
  const events = await flushed();
  expect(events).toHaveLength(3);
  for (const { user_id } of events) expect(user_id).toBeNull();
});

test("data-anonymous=hold: held in memory until identify, then stamped with that user", async ({
  visit,
  page,
  site,
  stats,
  flushed,
}) => {
  await visit({ tag: { anonymous: "hold" }, body: BODY });
  await page.click("#x");
  const clicked = await page.evaluate(() => Date.now());
  await flush(page);
  expect(site.posts).toEqual([]);
  expect(await stats()).toMatchObject({ captured: 3, sent: 0, queued: 3 });
  await identify(page, "520535");
  const events = await flushed();
  expect(events.map(({ event_type, user_id }) => [event_type, user_id]).sort()).toEqual([
    ["clicks:game", "520535"],
    ["impressions:games", "520535"],
    ["impressions:widget", "520535"],
  ]);
  expect(ofType(events, "impressions:widget")[0]?.data.user).toBe("520535");
  for (const { timestamp } of events) expect(Date.parse(timestamp)).toBeLessThanOrEqual(clicked);
});

test("data-anonymous=hold: what is held never reaches the disk, and goes with the page", async ({
  visit,
  page,
  flushed,
  site,
}) => {
  site.page("/next", { tag: { anonymous: "hold" } });
  await visit({ tag: { anonymous: "hold" }, body: BODY });
  await page.click("#x");
  expect(await page.evaluate(() => JSON.stringify(localStorage))).not.toContain("clicks:game");
  await page.goto("/next");
  await identify(page, "520535");
  expect(await flushed()).toEqual([]);
});

test("data-anonymous=hold: for at most 30 minutes, then dropped and counted", async ({
  visit,
  page,
  stats,
  flushed,
}) => {
  await stopClock(page);
  await visit({ tag: { anonymous: "hold" } });
  const track = (n: number) => page.evaluate((n) => window.tracktag?.push(["track", "custom", { n }]), n);
  await track(1);
  await page.clock.fastForward(20 * 60_000);
  await track(2);
  await page.clock.fastForward(11 * 60_000);
  await identify(page, "520535");
  expect((await flushed()).map(({ data, user_id }) => [data.n, user_id])).toEqual([[2, "520535"]]);
  const { dropped } = await stats();
  expect(Object.values(dropped)).toEqual([1]);
});

test("data-anonymous=drop: events without a user are dropped and counted, those with one are sent", async ({
  visit,
  page,
  stats,
  flushed,
}) => {
  await visit({ tag: { anonymous: "drop" }, body: BODY });
  await page.click("#x");
  const { captured, sent, queued, dropped } = await stats();
  expect([captured, sent, queued]).toEqual([3, 0, 0]);
  expect(Object.values(dropped)).toEqual([3]);
  await identify(page, "520535");
  await page.click("#x");
  const events = await flushed();
  expect(events.every(({ user_id }) => user_id === "520535")).toBe(true);
  expect(ofType(events, "clicks:game")).toHaveLength(1);
  await identify(page, null);
  await page.click("#x");
  await identify(page, "520535");
  expect(ofType(await flushed(), "clicks:game")).toHaveLength(1);
});

const box = (id: string) => `<div class="box" data-track-game="${id}"></div>`;
const show = (page: Page, id: string) =>
  page.evaluate((html) => document.body.insertAdjacentHTML("beforeend", html), box(id));

test("data-anonymous=hold: who comes after the user is another visitor, whose impressions are not the user's", async ({
  visit,
  page,
  stats,
  flushed,
}) => {
  await visit({ tag: { anonymous: "hold", "flush-interval": "600000" }, body: box("x") });
  await expect.poll(async () => (await stats()).captured).toBe(1);
  await identify(page, "A");
  await identify(page, null);
  await show(page, "y");
  await expect.poll(async () => (await stats()).captured).toBe(2);
  await identify(page, "B");
  const events = ofType(await flushed(), "impressions:games");
  expect(events.map(({ user_id, data }) => [user_id, data.game_ids])).toEqual([
    ["A", [{ id: "x" }]],
    ["B", [{ id: "y" }]],
  ]);
});

test("data-anonymous=hold: what is fresh does not go with what is older than 30 minutes", async ({
  visit,
  page,
  stats,
  flushed,
}) => {
  await stopClock(page);
  await visit({ tag: { anonymous: "hold" }, body: "" });
  await page.evaluate(() =>
    window.tracktag?.push(["track", "impressions:games", { game_ids: [{ id: "x" }] }]),
  );
  await page.clock.runFor(29 * 60_000);
  await page.evaluate(() =>
    window.tracktag?.push(["track", "impressions:games", { game_ids: [{ id: "y" }] }]),
  );
  await page.clock.runFor(2 * 60_000);
  await identify(page, "A");
  expect((await stats()).dropped).toEqual({ anonymous: 1 });
  expect(ofType(await flushed(), "impressions:games").map(({ data }) => data.game_ids)).toEqual([
    [{ id: "y" }],
  ]);
});

test("data-anonymous=hold: a wall clock that jumps makes nothing old", async ({
  visit,
  page,
  flushed,
  stats,
}) => {
  await visit({ tag: { anonymous: "hold" }, body: BODY });
  await page.click("#x");
  await page.evaluate(() => {
    const { now } = Date;
    Date.now = () => now() + 31 * 60_000;
  });
  await identify(page, "A");
  expect(ofType(await flushed(), "clicks:game")).toHaveLength(1);
  expect((await stats()).dropped).toEqual({});
});

test("who signs in after something was seen: it was seen by whoever was there then", async ({
  visit,
  page,
  flushed,
}) => {
  await visit({ tag: { viewability: "0.5/300", "user-id": "A" }, body: box("x") });
  const said = await page.evaluate(async () => {
    const box = document.querySelector(".box") as Element;
    await new Promise<void>((isSeen) => new IntersectionObserver(() => isSeen()).observe(box));
    for (let left = 3; left; left--) await new Promise(requestAnimationFrame);
    // One task goes over the end of its time.
    const since = performance.now();
    while (performance.now() - since < 600);
    window.tracktag?.push(["identify", "B"]);
    return Date.now();
  });
  const [event] = ofType(await flushed(), "impressions:games");
  expect(Date.parse(event?.timestamp ?? "")).toBeLessThan(said);
  expect(event?.user_id).toBe("A");
});
