import type { Page } from "@playwright/test";
import type { Tracker } from "../../src/tracker.js";
import { expect, ofType, test } from "../support/fixtures.js";

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

test("identify(user): from now on; null, or an empty text: nobody again", async ({
  visit,
  page,
  flushed,
  messages,
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
  expect(messages).toEqual([]);
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

test("beforeSend: gets each event once, as it is captured; changes it, or drops it by null", async ({
  visit,
  page,
  flushed,
  stats,
}) => {
  await visit({
    tag: { "flush-interval": "600000" },
    head: `<script>window.got = []; (window.tracktag ||= []).push(["beforeSend", (event) => {
      got.push(JSON.parse(JSON.stringify(event)));
      if (event.event_type === "clicks:league") return null;
      event.data.changed = true;
      return event;
    }]);</script>`,
    body: `${BODY}<div class="box" data-track-game="2"></div><button class="box" id="y" data-track-league="3"></button>`,
  });
  await page.click("#x");
  await page.click("#y");
  const events = await flushed();
  const got = (await page.evaluate("got")) as { event_type: string; data: { game_ids?: unknown[] } }[];
  expect(ofType(events, "clicks:league")).toEqual([]);
  for (const { data } of events) expect(data.changed).toBe(true);
  const lists = got
    .filter(({ event_type }) => event_type === "impressions:games")
    .map(({ data }) => data.game_ids);
  expect(lists).toEqual([[{ id: "1" }], [{ id: "2" }]]);
  expect(got.every((event) => Object.keys(event).sort().join() === "data,event_type,user_id")).toBe(true);
  const { captured, dropped } = await stats();
  expect(captured).toBe(got.length);
  expect(dropped).toEqual({ beforeSend: 1 });
});

test("subscribe: hears captured, merged, sent, kept, failed and dropped", async ({
  visit,
  page,
  site,
  flushed,
}) => {
  await visit({ tag: { "flush-interval": "600000", viewability: "0.5/600000" } });
  await withTracker(page, (tracker) => {
    const heard: unknown[] = [];
    Object.assign(window, { heard });
    tracker.subscribe(({ stage, event, reason }) => heard.push([stage, event.event_type, reason]));
    tracker.beforeSend((event) => (event.data.drop ? null : event));
  });
  const heard = async () => {
    const all = (await page.evaluate("heard.splice(0)")) as [string, string, string | undefined][];
    return all
      .filter(([, type]) => type !== "custom")
      .map(([stage, , reason]) => (reason ? [stage, reason] : [stage]));
  };
  const track = (data: object) =>
    page.evaluate(
      (data) => (window.tracktag as Tracker).track("debug:message", data as Record<string, unknown>),
      data,
    );

  await track({ drop: true });
  expect(await heard()).toEqual([["captured"], ["dropped", "beforeSend"]]);

  await page.evaluate(() => {
    for (const id of [1, 2]) (window.tracktag as Tracker).track("impressions:events", { events: [{ id }] });
  });
  await flushed();
  expect(await heard()).toEqual([["captured"], ["captured"], ["merged"], ["sent"]]);

  site.fate = () => ({ status: 503 });
  await track({});
  await page.evaluate(() => (window.tracktag as Tracker).flush());
  const [captured, failed] = await heard();
  expect([captured, failed]).toEqual([["captured"], ["failed", expect.stringMatching(/503/)]]);

  site.fate = () => "pass";
  await flushed();
  expect(await heard()).toContainEqual(["sent"]);
});

test("stats: captured = merged + sent + queued + all dropped, at every moment", async ({
  visit,
  page,
  site,
  flushed,
}) => {
  await visit({
    tag: { "flush-interval": "0", viewability: "any" },
    head: `<script>window.wrong = []; (window.tracktag ||= []).push(["beforeSend", (event) => (event.data.n % 3 === 0 ? null : event)],
      ["subscribe", () => queueMicrotask(() => {
        if (!tracktag.stats) return;
        const { captured, merged, sent, queued, dropped } = tracktag.stats();
        const sum = merged + sent + queued + Object.values(dropped).reduce((a, b) => a + b, 0);
        if (captured !== sum) wrong.push([captured, merged, sent, queued, dropped]);
      })]);</script>`,
  });
  site.fate = (_, index) => (index % 2 ? { status: 503 } : "pass");
  await page.evaluate(() => {
    for (let n = 0; n < 20; n++) (window.tracktag as Tracker).track("custom", { n });
    for (let n = 0; n < 20; n++)
      (window.tracktag as Tracker).track("impressions:games", { game_ids: [{ id: n }], n });
    for (let n = 0; n < 20; n++)
      (window.tracktag as Tracker).track("impressions:games", { game_ids: [{ id: n }], n: 1 });
  });
  site.fate = () => "pass";
  await flushed();
  expect(await page.evaluate("wrong")).toEqual([]);
});

test("stop: flushes, then undoes everything: listeners, observers, the global", async ({
  visit,
  page,
  site,
  relay,
}) => {
  await page.addInitScript(() => {
    const listeners: unknown[][] = [];
    Object.assign(window, { listeners });
    const { addEventListener, removeEventListener } = EventTarget.prototype;
    const isCapture = (options: unknown) =>
      typeof options === "object" ? !!(options as { capture?: boolean })?.capture : !!options;
    EventTarget.prototype.addEventListener = function (type: string, handler: unknown, options?: unknown) {
      if (/tracktag\.js/.test(new Error().stack ?? ""))
        listeners.push([this, type, handler, isCapture(options)]);
      addEventListener.call(this, type, handler as EventListener, options as AddEventListenerOptions);
    };
    EventTarget.prototype.removeEventListener = function (type: string, handler: unknown, options?: unknown) {
      const wanted = [this, type, handler, isCapture(options)];
      const index = listeners.findIndex((each) => each.every((part, at) => part === wanted[at]));
      if (index >= 0) listeners.splice(index, 1);
      removeEventListener.call(this, type, handler as EventListener, options as EventListenerOptions);
    };
  });
  await visit({ tag: { "flush-interval": "600000", pageviews: "auto" }, body: BODY });
  await page.click("#x");
  expect(await page.evaluate("listeners.length")).toBeGreaterThan(0);
  await withTracker(page, (tracker) => {
    tracker.track("custom", { n: 1 });
    Object.assign(window, { stopped: tracker });
    return tracker.stop();
  });
  expect(
    relay
      .events()
      .map(({ event_type }) => event_type)
      .sort(),
  ).toEqual(["impressions:page", "impressions:games", "clicks:game", "custom"].sort());
  expect(await page.evaluate("'tracktag' in window")).toBe(false);
  expect(await page.evaluate("listeners.map(([target, type]) => type)")).toEqual([]);
  const posts = site.posts.length;
  await page.click("#x");
  await page.evaluate(() => {
    document.body.insertAdjacentHTML("beforeend", '<i class="box" data-track-game="2"></i>');
    history.pushState(null, "", "/other");
  });
  await page.evaluate("stopped.track('custom', { n: 2 }); stopped.flush()");
  // A tracker that starts afresh is the first to be heard of again.
  await visit({}, "/next");
  await withTracker(page, async (tracker) => {
    tracker.track("custom", { n: 3 });
    await tracker.flush();
  });
  expect(
    site.posts.slice(posts).flatMap(({ envelope }) => envelope.events.map(({ data }) => data.n)),
  ).toEqual([3]);
});
