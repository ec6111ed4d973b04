import type { Page } from "@playwright/test";
import type { Tracker } from "../../../src/tracker.js";
import { expect, ofType, test } from "../../support/fixtures.js";

/** Runs it with the tracker. */
const withTracker = <Result>(page: Page, action: (tracker: Tracker) => Result) =>
  page.evaluate(`(${action})(window.tracktag)`) as Promise<Awaited<Result>>;

const BODY = '<button class="box" id="x" data-track-game="1">x</button>';

test("push works before the script has loaded: user and hooks are there for the first event", async ({
  visit,
  flushed,
  received,
}) => {
  await visit({
    tag: { pageviews: "auto" },
    head: `<script>(window.tracktag ||= []).push(["identify", "520535"]);
      tracktag.push(["beforeSend", (event) => ({ ...event, data: { ...event.data, hooked: true } })], ["track", "custom", { n: 1 }]);
      tracktag.push(["page", "lobby"]);</script>`,
    body: BODY,
  });
  await received({ event_type: "impressions:games" });
  const events = await flushed();
  for (const event of events) expect(event).toMatchObject({ user_id: "520535", data: { hooked: true } });
  expect(ofType(events, "custom")).toHaveLength(1);
});

test("every command is a method as well", async ({ visit, page, flushed }) => {
  await visit({ tag: { "flush-interval": "600000" } });
  const names = [
    "init",
    "identify",
    "track",
    "page",
    "consent",
    "scan",
    "flush",
    "beforeSend",
    "subscribe",
    "stats",
    "stop",
  ];
  const types = await page.evaluate(
    (names) => names.map((name) => typeof (window.tracktag as unknown as Record<string, unknown>)[name]),
    names,
  );
  expect(types).toEqual(names.map(() => "function"));
  await withTracker(page, (tracker) => tracker.identify("1"));
  await withTracker(page, (tracker) => tracker.track("custom", { n: 1 }));
  expect(await flushed()).toMatchObject([{ user_id: "1", data: { n: 1 } }]);
});

test("init: starts with its options, the tag's others hold; a second one is reported and does nothing", async ({
  visit,
  page,
  flushed,
  messages,
}) => {
  await visit({ tag: { endpoint: undefined, brand: "Northbet", channel: "ios" }, body: BODY });
  messages.length = 0;
  await withTracker(page, (tracker) =>
    tracker.init({ endpoint: "/t", channel: "android", userId: 520535, query: ["a", "b"] }),
  );
  await page.click("#x");
  await withTracker(page, (tracker) =>
    tracker.init({ endpoint: "/elsewhere", channel: "mac", userId: "other" }),
  );
  await page.click("#x");
  const events = await flushed();
  expect(ofType(events, "clicks:game")).toHaveLength(2);
  for (const event of events)
    expect(event).toMatchObject({ user_id: "520535", data: { brand: "Northbet", channel: "android" } });
  expect(messages).toEqual([expect.stringMatching(/init/)]);
});

test("identify(user): from now on; null, or an empty text as from a template: nobody again", async ({
  visit,
  page,
  flushed,
}) => {
  await visit({});
  await withTracker(page, (tracker) => {
    for (const user of ["a", null, "b", ""]) {
      tracker.track("custom");
      tracker.identify(user);
    }
    tracker.track("custom");
  });
  expect((await flushed()).map(({ user_id }) => user_id)).toEqual([null, "a", null, "b", null]);
});

test("identify(user, traits, unsetTraits): a record goes to the relay, and is no event", async ({
  visit,
  page,
  flushed,
  relay,
  stats,
}) => {
  await visit({});
  await withTracker(page, (tracker) => {
    tracker.identify("a", { vip: true, since: new Date(0) }, ["trial"]);
    tracker.identify("a");
    tracker.identify(null);
    tracker.identify("b", undefined, ["trial"]);
  });
  expect(await flushed()).toEqual([]);
  const records = relay.batches().flatMap(({ identify }) => identify);
  expect(records).toEqual([
    {
      id: expect.any(String),
      timestamp: expect.any(String),
      user_id: "a",
      traits: { vip: true, since: "1970-01-01T00:00:00.000Z" },
      unset_traits: ["trial"],
    },
    expect.objectContaining({ user_id: "b", traits: {}, unset_traits: ["trial"] }),
  ]);
  expect(await stats()).toMatchObject({ captured: 1, sent: 1, queued: 0 });
});

test("flush: resolves when each event is sent", async ({ visit, page, relay, stats }) => {
  await visit({ tag: { "flush-interval": "600000" } });
  await withTracker(page, async (tracker) => {
    for (let n = 0; n < 3; n++) tracker.track("custom", { n });
    await tracker.flush();
  });
  expect(relay.events().map(({ data }) => data.n)).toEqual([0, 1, 2]);
  expect(await stats()).toMatchObject({ sent: 3, queued: 0 });
});

test("flush: resolves when they are kept, as the relay is away", async ({
  visit,
  page,
  site,
  stats,
  flushed,
}) => {
  await visit({ tag: { "flush-interval": "600000" } });
  site.fate = () => "reset";
  await withTracker(page, async (tracker) => {
    tracker.track("custom", { n: 1 });
    await tracker.flush();
  });
  expect(await stats()).toMatchObject({ sent: 0, queued: 1 });
  site.fate = () => "pass";
  expect(await flushed()).toMatchObject([{ data: { n: 1 } }]);
});
