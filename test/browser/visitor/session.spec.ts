import type { Page } from "@playwright/test";
import { stopClock } from "../../support/clock.js";
import { expect, test } from "../../support/fixtures.js";
import type { Post } from "../../support/site.js";
import { flush, track } from "../../support/tracker.js";

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
const MINUTE = 60_000;

const send = async (page: Page, n: number) => {
  await track(page, n);
  await flush(page);
};

test("each envelope has v, sent_at, session_id, anonymous_id, device_type, platform and viewability", async ({
  visit,
  page,
  flushed,
  site,
}) => {
  await visit({});
  const before = await page.evaluate(() => Date.now());
  await send(page, 1);
  const [event] = await flushed();
  expect(event?.id).toMatch(UUID);
  expect(event?.timestamp).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
  const { events, identify, ...visitor } = (site.posts[0] as Post).envelope;
  expect(visitor).toEqual({
    v: 1,
    sent_at: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/),
    session_id: expect.stringMatching(UUID),
    anonymous_id: expect.stringMatching(UUID),
    device_type: "desktop",
    platform: "web",
    viewability: "any",
  });
  expect(Date.parse(`${visitor.sent_at}`)).toBeGreaterThanOrEqual(before - 1);
  expect(identify ?? []).toEqual([]);
  expect(events).toHaveLength(1);
});

test("the session and the anonymous id are shared by the tabs of an origin, and by the next load", async ({
  visit,
  page,
  context,
  relay,
  flushed,
}) => {
  await visit({});
  await send(page, 1);
  const tab = await context.newPage();
  await tab.goto("/");
  await send(tab, 2);
  await tab.goto("/?again");
  await send(tab, 3);
  expect(await flushed()).toHaveLength(3);
  expect(new Set(relay.batches().map(({ session_id }) => session_id)).size).toBe(1);
  expect(new Set(relay.batches().map(({ anonymous_id }) => anonymous_id)).size).toBe(1);
});

test("two tabs that are opened before the first flush are one visitor in one session", async ({
  visit,
  page,
  context,
  relay,
}) => {
  await visit({ tag: { "flush-interval": "600000" } });
  await track(page, 1);
  const tab = await context.newPage();
  await tab.goto("/");
  await track(tab, 2);
  for (const each of [page, tab]) await flush(each);
  await expect.poll(() => relay.batches().length).toBe(2);
  expect(new Set(relay.batches().map(({ session_id }) => session_id)).size).toBe(1);
  expect(new Set(relay.batches().map(({ anonymous_id }) => anonymous_id)).size).toBe(1);
});

test("another visitor has another session and another anonymous id", async ({
  visit,
  page,
  browser,
  relay,
  site,
}) => {
  await visit({});
  await send(page, 1);
  const other = await browser.newContext();
  const tab = await other.newPage();
  await tab.goto(site.origin);
  await send(tab, 2);
  await expect.poll(() => relay.batches().length).toBe(2);
  expect(new Set(relay.batches().map(({ session_id }) => session_id)).size).toBe(2);
  expect(new Set(relay.batches().map(({ anonymous_id }) => anonymous_id)).size).toBe(2);
  await other.close();
});

test("a session ends after 30 minutes without an event, the anonymous id stays", async ({
  visit,
  page,
  relay,
}) => {
  await stopClock(page);
  await visit({});
  const wait = (minutes: number) => page.clock.fastForward(minutes * MINUTE);
  await send(page, 0);
  await wait(29);
  await send(page, 1);
  await wait(29);
  await send(page, 2);
  await wait(31);
  await send(page, 3);
  await page.reload();
  await send(page, 4);
  await wait(31);
  await page.reload();
  await send(page, 5);
  await expect.poll(() => relay.events().length).toBe(6);
  const sessions = relay.batches().map(({ session_id }) => session_id);
  expect(sessions[1]).toBe(sessions[0]);
  expect(sessions[2]).toBe(sessions[0]);
  expect(sessions[3]).not.toBe(sessions[0]);
  expect(sessions[4]).toBe(sessions[3]);
  expect(sessions[5]).not.toBe(sessions[3]);
  expect(new Set(relay.batches().map(({ anonymous_id }) => anonymous_id)).size).toBe(1);
});

test("events of two sessions never share a request", async ({ visit, page, relay }) => {
  await stopClock(page);
  await visit({ tag: { "flush-interval": "600000000" } });
  await track(page, 1);
  await page.clock.fastForward(31 * MINUTE);
  await send(page, 2);
  await expect.poll(() => relay.events().map(({ data }) => data.n)).toEqual([1, 2]);
  expect(relay.batches()).toHaveLength(2);
});

test("what is stored: one key of the script's, with a version, and nothing else once all is sent", async ({
  visit,
  page,
  flushed,
}) => {
  await visit({});
  await send(page, 1);
  await flushed();
  await expect
    .poll(() => page.evaluate(() => Object.keys(localStorage)))
    .toEqual([expect.stringMatching(/v1/)]);
  expect(await page.evaluate(() => [document.cookie, sessionStorage.length])).toEqual(["", 0]);
});
