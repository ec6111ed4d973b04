import type { Tracker } from "../../../src/tracker.js";
import { expect, ofType, test } from "../../support/fixtures.js";

const LATE = { "flush-interval": "600000" };
const MANY = 20;

test("where the browser takes only a part of it at the end of a page, clicks go before impressions", async ({
  visit,
  page,
  site,
}) => {
  await visit({ tag: LATE });
  // Another script's beacon has most of the 64 KiB, and is still under way.
  await page.route("/others", () => {});
  await page.evaluate((many) => {
    const tracker = window.tracktag as Tracker;
    const ids = Array.from({ length: 100 }, (_, id) => ({ id }));
    for (let n = 0; n < many; n++) tracker.track("impressions:games", { game_ids: ids, n });
    tracker.track("clicks:game", { game_id: "1", n: many });
    navigator.sendBeacon("/others", "x".repeat(50_000));
  }, MANY);
  site.page("/next", { tag: null });
  await page.goto("/next");
  await expect.poll(() => site.posts.length).toBeGreaterThan(0);
  const events = site.posts.flatMap(({ envelope }) => envelope.events);
  expect(ofType(events, "clicks:game")).toHaveLength(1);
  // Not all of them had room.
  expect(ofType(events, "impressions:games").length).toBeLessThan(MANY);
});
