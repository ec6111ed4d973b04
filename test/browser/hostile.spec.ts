import type { Tracker } from "../../src/tracker.js";
import { expect, idsOf, ofType, test } from "../support/fixtures.js";

const BODY = '<button class="box" id="x" data-track-event="1018561959">x</button>';
const LATE = { "flush-interval": "600000" };
const games = (events: Parameters<typeof idsOf>[0]) => idsOf(events, "impressions:games").sort();

/** What old libraries do to the language, as a script that runs before ours. */
const PATCHES: [title: string, script: string][] = [
  [
    "Array.prototype.toJSON (Prototype.js)",
    "Array.prototype.toJSON = function () { return '[' + this.join() + ']' }",
  ],
  [
    "String, Date, Object.prototype.toJSON",
    "for (const type of [String, Date, Object]) Object.defineProperty(type.prototype, 'toJSON', { value() { return 'patched' } })",
  ],
  ["JSON.stringify", "JSON.stringify = () => 'patched'"],
  ["JSON.stringify that throws", "JSON.stringify = () => { throw new Error('patched') }"],
  ["enumerable members of Array.prototype (MooTools)", "Array.prototype.extend = function () {}"],
  [
    "enumerable members of Object.prototype",
    "Object.prototype.each = () => {}; Object.prototype.extra = 'x'",
  ],
];

for (const [title, script] of PATCHES)
  test(`a page with ${title} sends valid bodies, and reads back what it kept`, async ({
    visit,
    page,
    site,
    received,
    relay,
  }) => {
    const head = `<script>${script}</script>`;
    await visit({ tag: LATE, head, body: BODY });
    site.fate = () => ({ status: 503 });
    await page.click("#x");
    await page.evaluate(async () => {
      (window.tracktag as Tracker).track("clicks:combination", {
        selections: [{ id: "1", event_id: "2" }],
        at: new Date(0),
      });
      (window.tracktag as Tracker).identify("520535", { tags: ["a", "b"] });
      await (window.tracktag as Tracker).flush();
    });
    await visit({ head }, "/next");
    site.fate = () => "pass";
    const about = { location: "page:default", page: "/", channel: "desktop", brand: site.origin };
    const { data } = await received({ event_type: "impressions:events" });
    expect(data).toEqual({ ...about, events: [{ id: 1018561959 }] });
    expect((await received({ event_type: "clicks:event" })).data).toEqual({
      ...about,
      event_id: "1018561959",
      position: 0,
    });
    expect((await received({ event_type: "clicks:combination" })).data).toEqual({
      ...about,
      selections: [{ id: "1", event_id: "2" }],
      at: "1970-01-01T00:00:00.000Z",
    });
    expect(relay.batches().flatMap(({ identify }) => identify.map(({ traits }) => traits))).toEqual([
      { tags: ["a", "b"] },
    ]);
  });

test("a text with every kind of character arrives as it was", async ({ visit, page, flushed }) => {
  await visit({});
  const text = `"\\/\b\f\n\r\t\u0000\u001f\u007f\u2028\u2029é漢😀\ud83d`;
  await page.evaluate((text) => (window.tracktag as Tracker).track("custom", { text, [text]: 1 }), text);
  const [event] = await flushed();
  // A lone surrogate has no UTF-8.
  const whole = text.replace(/\ud83d$/, "\ufffd");
  expect([whole, text]).toContain(event?.data.text);
  expect(event?.data).toHaveProperty([`${event?.data.text}`], 1);
});

test("data that is no JSON: what has no form is left out, a cycle or a getter that throws drops its event alone", async ({
  visit,
  page,
  flushed,
  stats,
  messages,
}) => {
  await visit({});
  await page.evaluate(() => {
    const tracker = window.tracktag as Tracker;
    const cycle: Record<string, unknown> = {};
    cycle.self = cycle;
    const throwing = {
      get member() {
        throw new Error("getter");
      },
    };
    const odd = {
      fn() {},
      nothing: undefined,
      nan: Number.NaN,
      infinite: 1 / 0,
      symbol: Symbol("s"),
    };
    for (const data of [{ n: 1 }, cycle, throwing, { big: 10n }, { n: 2, odd }, { n: 3 }])
      tracker.track("custom", data as Record<string, unknown>);
  });
  const events = await flushed();
  expect(events.map(({ data }) => data.n).filter((n) => n)).toEqual([1, 2, 3]);
  expect(events.find(({ data }) => data.n === 2)?.data.odd).toMatchObject({ nan: null, infinite: null });
  // The cycle and the getter, each by its event.
  expect(messages.filter((text) => text.includes("custom")).length).toBeGreaterThanOrEqual(2);
  const { captured, sent, dropped } = await stats();
  expect(captured).toBe(sent + Object.values(dropped).reduce((sum, count) => sum + count, 0));
});

test("a hook that throws is reported once and passed over; one that returns nonsense, too", async ({
  visit,
  page,
  flushed,
  messages,
}) => {
  await visit({
    head: `<script>(window.tracktag ||= []).push(
      ["beforeSend", () => { throw new Error("first hook") }],
      ["beforeSend", (event) => ({ ...event, data: { ...event.data, second: true } })],
      ["beforeSend", () => 7], ["beforeSend", () => {}], ["beforeSend", () => ({ })], ["beforeSend", () => "x"])</script>`,
    body: BODY,
  });
  await page.click("#x");
  const events = await flushed();
  expect(ofType(events, "clicks:event")).toMatchObject([
    { user_id: null, data: { event_id: "1018561959", second: true } },
  ]);
  expect(events).toHaveLength(2);
  expect(messages.filter((text) => text.includes("first hook"))).toHaveLength(1);
  expect(messages.length).toBeGreaterThan(1);
});

test("a hook that breaks its event costs that event at most", async ({ visit, page, flushed, stats }) => {
  await visit({});
  await page.evaluate(() => {
    const tracker = window.tracktag as Tracker;
    const breaks: ((event: Record<string, unknown>) => unknown)[] = [
      (event) => Object.assign(event, { data: Object.assign(event.data as object, { event }) }),
      (event) => Object.freeze(event),
    ];
    tracker.beforeSend(
      (event) => (breaks[event.data.n as number]?.(event as never) ?? event) as typeof event,
    );
    for (let n = 0; n <= breaks.length; n++) tracker.track("custom", { n });
  });
  const events = await flushed();
  expect(events.map(({ data }) => data.n)).toEqual(expect.arrayContaining([1, 2]));
  const { captured, sent, queued, dropped } = await stats();
  expect([captured, queued]).toEqual([
    sent + Object.values(dropped).reduce((sum, count) => sum + count, 0),
    0,
  ]);
});

test("a subscriber that throws is passed over", async ({ visit, page, flushed }) => {
  await visit({
    head: `<script>window.heard = 0; (window.tracktag ||= []).push(["subscribe", () => { throw new Error("subscriber") }], ["subscribe", () => heard++])</script>`,
    body: BODY,
  });
  await page.click("#x");
  expect(await flushed()).toHaveLength(2);
  expect(await page.evaluate("heard")).toBeGreaterThan(3);
});

test("hooks and subscribers that call the tracker back are no endless loop", async ({
  visit,
  page,
  flushed,
}) => {
  await visit({ tag: LATE });
  await page.evaluate(() => {
    const tracker = window.tracktag as Tracker;
    tracker.subscribe(({ stage, event }) => {
      if (stage === "captured" && event.data.n === 1) tracker.track("custom", { n: 2 });
      if (stage === "sent") void tracker.flush();
    });
    tracker.track("custom", { n: 1 });
  });
  expect((await flushed()).map(({ data }) => data.n).sort()).toEqual([1, 2]);
});

for (const [title, beacon] of [
  ["returns false", "() => false"],
  ["throws", "() => { throw new TypeError('Illegal invocation') }"],
  ["is missing", "undefined"],
] as const)
  test(`sendBeacon ${title}: what is queued at the end of a page is kept for the next, each event once`, async ({
    visit,
    page,
    relay,
    received,
    flushed,
  }) => {
    const head = `<script>navigator.sendBeacon = ${beacon}</script>`;
    await visit({ tag: LATE, head, body: BODY });
    await page.click("#x");
    await visit({}, "/next");
    for (const event_type of ["impressions:events", "clicks:event"]) await received({ event_type });
    await flushed();
    expect(relay.events()).toHaveLength(3);
  });

test("sendBeacon that refuses what is large: the batch is halved until it is taken", async ({
  visit,
  page,
  relay,
}) => {
  await visit({
    tag: LATE,
    head: `<script>const { sendBeacon } = navigator;
      navigator.sendBeacon = (url, body) => body.length < 3000 && sendBeacon.call(navigator, url, body)</script>`,
  });
  await page.evaluate(() => {
    const text = "x".repeat(300);
    for (let n = 0; n < 30; n++) (window.tracktag as Tracker).track("custom", { n, text });
  });
  await visit({ tag: null }, "/next");
  const wanted = Array.from({ length: 30 }, (_, n) => n);
  await expect
    .poll(() =>
      relay
        .events()
        .map(({ data }) => data.n as number)
        .sort((a, b) => a - b),
    )
    .toEqual(wanted);
  expect(relay.batches().length).toBeGreaterThan(3);
});

for (const [title, fetch] of [
  ["throws", "() => { throw new Error('patched') }"],
  ["returns nothing", "() => {}"],
  ["never settles", "() => new Promise(() => {})"],
] as const)
  test(`a fetch that somebody has patched and that ${title}: nothing is lost`, async ({
    visit,
    page,
    received,
  }) => {
    await visit({
      tag: { "flush-interval": "0" },
      head: `<script>window.fetch = ${fetch}</script>`,
      body: BODY,
    });
    await page.click("#x");
    await visit({}, "/next");
    for (const event_type of ["impressions:events", "clicks:event"]) await received({ event_type });
  });

const STORAGES: [title: string, script: string][] = [
  [
    "throws on sight (cookies are blocked)",
    "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('denied', 'SecurityError') } })",
  ],
  ["is null", "Object.defineProperty(window, 'localStorage', { value: null })"],
  ["is full", "Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError') }"],
  ["cannot be read", "Storage.prototype.getItem = () => { throw new Error('read') }"],
];

for (const [title, script] of STORAGES)
  test(`storage that ${title}: all of it works from memory`, async ({
    visit,
    page,
    site,
    flushed,
    relay,
  }) => {
    await visit({ tag: { repeat: "session", ...LATE }, head: `<script>${script}</script>`, body: BODY });
    await page.click("#x");
    site.fate = (_, index) => (index === 0 ? { status: 503 } : "pass");
    await page.evaluate(() => (window.tracktag as Tracker).flush());
    await page.evaluate(() => (window.tracktag as Tracker).flush());
    await page.evaluate(() => (window.tracktag as Tracker).track("custom", { n: 1 }));
    const types = (await flushed()).map(({ event_type }) => event_type);
    expect(types).toEqual(["impressions:events", "clicks:event", "custom"]);
    expect(new Set(relay.batches().map(({ session_id }) => session_id)).size).toBe(1);
  });

test.describe(() => {
  // What it finds may look like an event: then the relay refuses it.
  test.use({ rejections: null });

  test("storage that holds nonsense under the script's keys: it starts anew, and leaves others' keys alone", async ({
    visit,
    page,
    site,
    flushed,
    relay,
  }) => {
    await visit({ tag: LATE });
    await page.evaluate(async () => {
      (window.tracktag as Tracker).track("custom", { n: 1 });
      await (window.tracktag as Tracker).flush();
      (window.tracktag as Tracker).track("custom", { n: 2 });
    });
    const keys = await page.evaluate(() => Object.keys(localStorage));
    expect(keys.length).toBeGreaterThan(1);
    const queued = keys.find((key) => key.length > 50) as string;
    site.page("/next", { tag: { ...LATE, repeat: "session" }, body: BODY });
    for (const nonsense of [
      "",
      "{",
      "null",
      "7",
      '"text"',
      "[]",
      "{}",
      '{"record":{}}',
      '{"record":{"id":"x"}}',
      '{"seen":7,"last":"x"}',
    ]) {
      const context = page.context();
      const empty = await context.newPage();
      site.page("/empty", { tag: null });
      await empty.goto("/empty");
      await page.goto("about:blank");
      await empty.evaluate(
        ([keys, queued, nonsense]) => {
          localStorage.clear();
          for (const key of keys) localStorage.setItem(key, nonsense);
          localStorage.setItem(queued.slice(0, -36) + crypto.randomUUID(), nonsense);
          localStorage.setItem("the-site's-own", nonsense);
        },
        [keys, queued, nonsense] as const,
      );
      await empty.close();
      await page.goto("/next");
      await page.click("#x");
      await flushed();
      const batch = relay.batches().at(-1);
      expect(batch?.session_id, nonsense).toMatch(/^[0-9a-f-]{36}$/);
      expect(batch?.anonymous_id, nonsense).toMatch(/^[0-9a-f-]{36}$/);
      expect(await page.evaluate(() => localStorage.getItem("the-site's-own"))).toBe(nonsense);
    }
    expect(ofType(relay.events(), "clicks:event")).toHaveLength(10);
  });
});

/** Names of a form's fields hide the form's own members of that name. */
const CLOBBERED: [title: string, names: string[]][] = [
  [
    "names that a sportsbook may well use",
    ["matches", "id", "name", "action", "target", "children", "closest"],
  ],
];

for (const [title, names] of CLOBBERED)
  test(`a form whose fields have ${title}: what is in it is seen and clicked`, async ({
    visit,
    page,
    seen,
    flushed,
  }) => {
    const fields = names.map((name) => `<input type="hidden" name="${name}">`).join("");
    await visit({
      body: `<form data-track-location="slip:form">${fields}<p><button type="button" class="box" id="x" data-track-game="1">x</button></p></form>
        <button class="box" id="y" data-track-game="2">y</button>`,
    });
    expect(games(await seen())).toEqual(["1", "2"]);
    await page.click("#x");
    await page.click("#y");
    expect(ofType(await flushed(), "clicks:game")).toMatchObject([
      { data: { game_id: "1", location: "slip:form" } },
      { data: { game_id: "2" } },
    ]);
  });

test("an element with the id of the global does not keep the script from starting", async ({
  visit,
  page,
  flushed,
}) => {
  // Not async: the element is there before the script runs.
  await visit({
    tag: null,
    body: `<div id="tracktag"></div>${BODY}<script src="/tracktag.js" data-endpoint="/t" data-pageviews="off"></script>`,
  });
  await page.click("#x");
  expect(await page.evaluate(() => window.tracktag instanceof Element)).toBe(false);
  expect(await flushed()).toHaveLength(2);
});

test("an element named currentScript is not taken for the tag", async ({ page, site, flushed }) => {
  site.file("/evil/tracktag.inspector.js", "window.evil = true");
  site.page("/", {
    tag: null,
    body: `<img name="currentScript" src="/evil/x.png" data-endpoint="/evil" data-brand="Evil">${BODY}
      <script src="/tracktag.js" data-endpoint="/t" data-brand="Good" data-viewability="any" data-pageviews="off"></script>`,
  });
  await page.goto("/?tracktag=inspect");
  await page.click("#x");
  expect(ofType(await flushed(), "clicks:event")).toMatchObject([{ data: { brand: "Good" } }]);
  expect(site.requests).not.toContain("GET /evil/tracktag.inspector.js");
});

test("the page removes the tag, or writes the body anew: tracking goes on", async ({ visit, page, seen }) => {
  await visit({ body: '<div class="box" data-track-game="1"></div>' });
  expect(games(await seen())).toEqual(["1"]);
  await page.evaluate(() => {
    document.querySelector("script[data-endpoint]")?.remove();
    const body = document.createElement("body");
    body.innerHTML = '<div class="box" data-track-game="2"></div>';
    document.documentElement.replaceChild(body, document.body);
  });
  expect(games(await seen())).toEqual(["1", "2"]);
});
