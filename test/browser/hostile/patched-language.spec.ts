import type { Tracker } from "../../../src/tracker.js";
import { expect, gamesOf, test } from "../../support/fixtures.js";

const BODY = '<button class="box" id="x" data-track-event="1018561959">x</button>';
const LATE = { "flush-interval": "600000" };

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

test("the page removes the tag, or writes the body anew: tracking goes on", async ({ visit, page, seen }) => {
  await visit({ body: '<div class="box" data-track-game="1"></div>' });
  expect(gamesOf(await seen())).toEqual(["1"]);
  await page.evaluate(() => {
    document.querySelector("script[data-endpoint]")?.remove();
    const body = document.createElement("body");
    body.innerHTML = '<div class="box" data-track-game="2"></div>';
    document.documentElement.replaceChild(body, document.body);
  });
  expect(gamesOf(await seen())).toEqual(["1", "2"]);
});
