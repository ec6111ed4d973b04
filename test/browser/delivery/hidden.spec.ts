import type { Tracker } from "../../../src/tracker.js";
import { expect, numbersOf, test } from "../../support/fixtures.js";

test("events of one task on a hidden page leave once each", async ({ visit, page, site, relay }) => {
  await visit({ tag: { "flush-interval": "600000" } });
  await page.evaluate(() => {
    Object.defineProperty(document, "hidden", { value: true });
    for (const n of [1, 2, 3]) (window.tracktag as Tracker).track("custom", { n });
  });
  await expect.poll(() => numbersOf(relay.events()).sort()).toEqual([1, 2, 3]);
  expect(site.posts.map(({ envelope }) => envelope.events.length)).toEqual([1, 1, 1]);
});
