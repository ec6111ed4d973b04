import type { EventType } from "../../../src/catalog.js";
import type { Tracker } from "../../../src/tracker.js";
import { SAMPLES } from "../../relay/support/samples.js";
import { SKIPPED } from "../../relay/support/skipped.js";
import { expect, NAMES, SCRIPT, see, test } from "../../support/direct.js";
import { flush, push } from "../../support/tracker.js";

const TYPES = Object.keys(SAMPLES);

for (const name of NAMES)
  for (const user of [undefined, "520535"])
    test(`${name}, ${user ? "a user" : "nobody known"}: every type is taken, or counted as skipped`, async ({
      start,
      visit,
      page,
      stats,
      messages,
    }) => {
      const { tag, taken, exchanges, posts } = await start(name);
      await visit({ script: SCRIPT, tag: { ...tag, "user-id": user } });
      await page.evaluate((samples) => {
        for (const [type, data] of Object.entries(samples))
          (window.tracktag as Tracker).track(type as EventType, data);
      }, SAMPLES);
      await flush(page);
      const skipped = TYPES.filter(SKIPPED[name]);
      expect(await stats()).toEqual({
        captured: TYPES.length,
        merged: 0,
        sent: TYPES.length - skipped.length,
        queued: 0,
        dropped: skipped.length ? { skipped: skipped.length } : {},
      });
      expect(exchanges().filter(({ status }) => status >= 300)).toEqual([]);
      expect(taken()).toBeGreaterThanOrEqual(TYPES.length - skipped.length);
      expect(posts().length).toBe(exchanges().length);
      expect(messages).toEqual([]);
    });

test("neuralens: a list of impressions is one request an id", async ({ start, visit, page }) => {
  const { tag, exchanges } = await start("neuralens");
  await visit({ script: SCRIPT, tag: { ...tag, "user-id": "u" } });
  await see(page, 1, 2, "x3");
  await flush(page);
  expect(exchanges().map(({ body }) => (body as { items: unknown }).items)).toEqual(
    ["1", "2", "x3"].map((id) => [{ id }]),
  );
});

test("antsomi: the session is a positive whole number, the same for the events of a session", async ({
  start,
  visit,
  page,
}) => {
  const { tag, exchanges } = await start("antsomi");
  await visit({ script: SCRIPT, tag });
  await page.evaluate(() => {
    for (const n of [1, 2]) (window.tracktag as Tracker).track("custom", { n });
  });
  await flush(page);
  const [first, second] = exchanges().map(({ body }) => body as Record<string, unknown>);
  expect(first).toMatchObject({ ec: "custom", sid: expect.any(Number), uid: first?.aid });
  expect([second?.sid, second?.aid]).toEqual([first?.sid, first?.aid]);
  expect(first?.context).toMatchObject({ channel: "desktop", device: "desktop" });
});

test("wynta: traits go before the events that follow them, with the anonymous id", async ({
  start,
  visit,
  page,
}) => {
  const { tag, exchanges } = await start("wynta");
  await visit({ script: SCRIPT, tag });
  await page.evaluate(() => {
    const tracker = window.tracktag as Tracker;
    tracker.identify("u", { vip: true }, ["old"]);
    tracker.track("users:login");
  });
  await flush(page);
  const [identify, track] = exchanges().map(({ body }) => body);
  expect(identify).toMatchObject({
    user_id: "u",
    traits: { vip: true },
    unset_traits: ["old"],
    anonymous_id: expect.stringMatching(/./),
  });
  expect(track).toMatchObject({
    events: [{ user_id: "u", event_name: "login_success", device_type: "desktop" }],
  });
});

test("a page that patches toJSON, as Prototype.js does: lists stay lists", async ({ start, visit, page }) => {
  const { tag, exchanges } = await start("sportradar");
  const head = "<script>Array.prototype.toJSON = function () { return '[' + this.join() + ']' }</script>";
  await visit({ script: SCRIPT, tag: { ...tag, "user-id": "u" }, head });
  await push(page, ["track", "impressions:sports", { sports: [{ id: "1" }] }]);
  await flush(page);
  expect(exchanges()).toMatchObject([{ status: 204, body: { data: { sports: [{ id: "1" }] } } }]);
});
