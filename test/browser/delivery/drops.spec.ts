import type { Tracker } from "../../../src/tracker.js";
import { expect, test } from "../../support/fixtures.js";
import { flush, track } from "../../support/tracker.js";

const LATE = { "flush-interval": "600000" };

test("what a page has dropped is told to the relay with the next request, each once", async ({
  visit,
  page,
  site,
  relay,
}) => {
  await visit({ tag: LATE });
  await page.evaluate(() => {
    const tracker = window.tracktag as Tracker;
    tracker.beforeSend((event) => (event.data.n === 0 ? null : event));
  });
  site.fate = () => ({ status: 503 });
  await track(page, 0, 1);
  await flush(page);
  site.fate = () => "pass";
  await track(page, 0, 0);
  await flush(page);
  await track(page, 2);
  await flush(page);
  expect(site.posts.map(({ envelope }) => envelope.dropped)).toEqual([
    { beforeSend: 1 },
    { beforeSend: 3 },
    undefined,
  ]);
  expect(await relay.metric('tracktag_dropped_total{reason="beforeSend"}')).toBe(3);
});
