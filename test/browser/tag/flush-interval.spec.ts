import { stopClock } from "../../support/clock.js";
import { expect, test } from "../../support/fixtures.js";
import { push, track } from "../../support/tracker.js";

test("data-flush-interval: the time from the first queued event to its flush", async ({
  visit,
  page,
  site,
}) => {
  await stopClock(page);
  await visit({ tag: { "flush-interval": "700" } });
  await track(page, 1);
  await page.clock.runFor(600);
  await track(page, 2);
  await page.clock.runFor(99);
  expect(site.posts).toEqual([]);
  await page.clock.runFor(1);
  await expect
    .poll(() => site.posts.map(({ envelope }) => envelope.events.map(({ data }) => data.n)))
    .toEqual([[1, 2]]);
});

test("data-flush-interval: 2000 ms by default", async ({ visit, page, site }) => {
  await stopClock(page);
  await visit({ tag: { "flush-interval": undefined } });
  await push(page, ["track", "custom"]);
  await page.clock.runFor(1999);
  expect(site.posts).toEqual([]);
  await page.clock.runFor(1);
  await expect.poll(() => site.posts.length).toBe(1);
});
