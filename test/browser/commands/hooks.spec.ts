import type { Page } from "@playwright/test";
import type { Tracker } from "../../../src/tracker.js";
import { expect, ofType, test } from "../../support/fixtures.js";
import { flush } from "../../support/tracker.js";

const LATE = { "flush-interval": "600000" };

/** Runs it with the tracker. */
const withTracker = <Result>(page: Page, action: (tracker: Tracker) => Result) =>
  page.evaluate(`(${action})(window.tracktag)`) as Promise<Awaited<Result>>;

const BODY = '<button class="box" id="x" data-track-game="1">x</button>';

test("a hook that throws is reported once and passed over", async ({ visit, page, flushed, messages }) => {
  await visit({
    head: `<script>(window.tracktag ||= []).push(
      ["beforeSend", () => { throw new Error("first hook") }],
      ["beforeSend", (event) => ({ ...event, data: { ...event.data, second: true } })])</script>`,
    body: BODY,
  });
  await page.click("#x");
  const events = await flushed();
  expect(ofType(events, "clicks:game")).toMatchObject([
    { user_id: null, data: { game_id: "1", second: true } },
  ]);
  expect(events).toHaveLength(2);
  expect(messages).toEqual([expect.stringContaining("first hook")]);
});

test("a hook that gives back no event drops it, and says so: what it was to take out must not go", async ({
  visit,
  page,
  flushed,
  messages,
  stats,
}) => {
  await visit({});
  await page.evaluate(() => {
    const tracker = window.tracktag as Tracker;
    const hooks: Record<string, () => unknown> = {
      forgotten: () => {},
      late: async () => ({ data: {} }),
      number: () => 7,
      text: () => "x",
      empty: () => ({}),
    };
    tracker.beforeSend((event) => {
      const hook = hooks[event.data.as as string];
      return (hook ? hook() : event) as typeof event;
    });
    for (const name of [...Object.keys(hooks), "good"]) tracker.track("custom", { as: name });
  });
  expect((await flushed()).map(({ data }) => data.as)).toEqual(["good"]);
  expect((await stats()).dropped).toEqual({ beforeSend: 5 });
  expect(messages).toEqual([expect.stringContaining("beforeSend: no event came back")]);
});

test.describe(() => {
  // What a hook has broken in a way that the page does not notice, the relay refuses.
  test.use({ rejections: null });

  test("a hook that breaks its event costs that event at most", async ({ visit, page, flushed, stats }) => {
    await visit({});
    await page.evaluate(() => {
      const tracker = window.tracktag as Tracker;
      const breaks: ((event: Record<string, unknown>) => unknown)[] = [
        (event) => Object.assign(event, { data: Object.assign(event.data as object, { event }) }),
        (event) => ({ ...event, event_type: 7 }),
        (event) => ({ ...event, event_type: "unknown" }),
        (event) => ({ ...event, user_id: 7 }),
        (event) => ({ ...event, user_id: "" }),
        (event) => ({ ...event, data: [1] }),
        (event) => Object.freeze(event),
      ];
      tracker.beforeSend(
        (event) => (breaks[event.data.n as number]?.(event as never) ?? event) as typeof event,
      );
      for (let n = 0; n <= breaks.length; n++) tracker.track("custom", { n });
    });
    const events = await flushed();
    expect(events.map(({ data }) => data.n)).toEqual(expect.arrayContaining([6, 7]));
    const { captured, sent, queued, dropped } = await stats();
    expect([captured, queued]).toEqual([
      sent + Object.values(dropped).reduce((sum, count) => sum + count, 0),
      0,
    ]);
  });
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
  await flush(page);
  const [captured, failed] = await heard();
  expect([captured, failed]).toEqual([["captured"], ["failed", expect.stringMatching(/503/)]]);

  site.fate = () => "pass";
  await flushed();
  expect(await heard()).toContainEqual(["sent"]);
});
