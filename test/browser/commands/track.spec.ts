import type { EventType } from "../../../src/catalog.js";
import { CATALOG } from "../../../src/catalog.js";
import type { Tracker } from "../../../src/tracker.js";
import { expect, test } from "../../support/fixtures.js";

/** The event types of Sportradar's document, and the data that each needs. */
const NEEDED: Record<string, Record<string, unknown>> = {
  "add:casino_game": { game_id: "123456", game_name: "Hall Of Gods" },
  "clicks:event": { event_id: "1018561959" },
  "clicks:outcome": { event_id: "1018561957", outcome_id: "3086187161" },
  "clicks:sport": { sport_id: "1000093190" },
  "clicks:league": { league_id: "1000093652" },
  "clicks:combination": { selections: [{ id: "123", event_id: "001234" }] },
  "clicks:menu-item": { menu: "recommendations", item: "trending" },
  "clicks:social": { item: "open-sharing-dialog" },
  "clicks:game": { game_id: "HallOfGods" },
  "impressions:events": { events: [{ id: 21161819 }] },
  "impressions:leagues": { leagues: [{ id: 18265893 }] },
  "impressions:sports": { sports: [{ id: "23204141" }] },
  "impressions:games": { game_ids: [{ id: "TigerEmperor" }] },
  "engagement:add_bet": { event_id: "1018642410", selection_id: "1018632560" },
  "engagement:place_ticket": { selections: [{ id: "3086198780" }] },
};

const FREE = [
  "statistics:add_bet",
  "statistics:place_ticket",
  "users:login",
  "debug:message",
  "recommendations:add_bet",
  "recommendations:click:betslip-outcome",
  "recommendations:click:combination",
  "recommendations:click:event",
  "recommendations:click:league",
  "recommendations:click:next_outcome",
  "recommendations:click:outcome",
  "recommendations:click:view-more",
  "recommendations:impression:betslip-events",
  "recommendations:impression:events",
  "recommendations:place_bet",
  "social:click",
  "vaix-widgets-loaded",
  "custom",
];

const ABOUT = { page: "/", location: "page:default", channel: "desktop", brand: "Northbet" };

test("the list of types is the API's", () => {
  const pages = ["impressions:page", "impressions:widget"];
  expect([...CATALOG.keys()].sort()).toEqual([...Object.keys(NEEDED), ...FREE, ...pages].sort());
});

test("track: every type of the API's list, with page, location, channel and brand filled in", async ({
  visit,
  page,
  flushed,
  messages,
}) => {
  await visit({ tag: { brand: "Northbet", "user-id": "520535" } });
  const all = { ...NEEDED, ...Object.fromEntries(FREE.map((type) => [type, { extra: type }])) };
  await page.evaluate((all) => {
    for (const [type, data] of Object.entries(all))
      (window.tracktag as Tracker).track(type as EventType, data);
  }, all);
  const events = await flushed();
  expect(events.map(({ event_type, user_id, data }) => [event_type, user_id, data])).toEqual(
    Object.entries(all).map(([type, data]) => [type, "520535", { ...data, ...ABOUT }]),
  );
  expect(messages).toEqual([]);
});

test("track: impressions:page and impressions:widget have the URL and the user, as in the API's examples", async ({
  visit,
  page,
  flushed,
  site,
}) => {
  await visit({ tag: { "user-id": "520535" } }, "/a?token=1");
  await page.evaluate(() => {
    (window.tracktag as Tracker).track("impressions:page");
    (window.tracktag as Tracker).track("impressions:widget", { widget: "highlights" });
  });
  const about = { user: "520535", location: `${site.origin}/a`, page: "/a" };
  expect(await flushed()).toMatchObject([{ data: about }, { data: { ...about, widget: "highlights" } }]);
});

test("track: page, location, channel and brand are the caller's where given", async ({
  visit,
  page,
  flushed,
}) => {
  await visit({});
  const given = { page: "/p", location: "l:x", channel: "ios", brand: "B", position: 3 };
  await page.evaluate(
    (given) => (window.tracktag as Tracker).track("clicks:game", { game_id: 7, ...given }),
    given,
  );
  expect(await flushed()).toMatchObject([{ data: { ...given, game_id: "7" } }]);
});

test("track: ids travel as they do from attributes", async ({ visit, page, flushed }) => {
  await visit({});
  await page.evaluate(() => {
    const tracker = window.tracktag as Tracker;
    tracker.track("impressions:events", { events: [{ id: "7", extra: 1 }, { id: 8 }, { id: "007" }] });
    tracker.track("impressions:sports", { sports: [{ id: 7 }] });
    tracker.track("clicks:event", { event_id: 7 });
    tracker.track("clicks:combination", { selections: [{ id: 1, event_id: 2 }] });
  });
  expect(
    (await flushed()).map(({ data }) => data.events ?? data.sports ?? data.event_id ?? data.selections),
  ).toEqual([
    [{ id: 7, extra: 1 }, { id: 8 }, { id: "007" }],
    [{ id: "7" }],
    "7",
    [{ id: "1", event_id: "2" }],
  ]);
});

test("track: the caller's object is neither changed nor kept", async ({ visit, page, flushed }) => {
  await visit({ tag: { "flush-interval": "600000" } });
  const after = await page.evaluate(() => {
    const data = { events: [{ id: "7" }], n: 1 };
    (window.tracktag as Tracker).track("impressions:events", data);
    const copy = JSON.stringify(data);
    data.n = 2;
    data.events.push({ id: "8" });
    return copy;
  });
  expect(JSON.parse(after)).toEqual({ events: [{ id: "7" }], n: 1 });
  expect(await flushed()).toMatchObject([{ data: { n: 1, events: [{ id: 7 }] } }]);
});

test("track: a type outside of the list is refused by name, and nothing is sent", async ({
  visit,
  page,
  flushed,
  messages,
}) => {
  await visit({});
  for (const type of ["clicks:evnt", "", "toString", "clicks:event "]) {
    messages.length = 0;
    await page.evaluate(
      (type) => (window.tracktag as Tracker).track(type as EventType, { event_id: "1" }),
      type,
    );
    expect(messages, type).toEqual([expect.stringContaining(`bad ${type}: `)]);
  }
  expect(await flushed()).toEqual([]);
});

test("track: a call that lacks a field which the type needs is refused, naming both, and nothing is sent", async ({
  visit,
  page,
  flushed,
  messages,
}) => {
  await visit({});
  for (const [type, data] of Object.entries(NEEDED))
    for (const field of Object.keys(data))
      for (const wrong of [undefined, null, "", Array.isArray(data[field]) ? [] : {}, [{}]]) {
        messages.length = 0;
        await page.evaluate(([type, data]) => (window.tracktag as Tracker).track(type as EventType, data), [
          type,
          { ...data, [field]: wrong },
        ] as const);
        // Each thing is said once in a page.
        if (wrong === undefined) {
          expect(messages, `${type} ${field}`).toHaveLength(1);
          expect(messages[0]).toContain(type);
          expect(messages[0]).toContain(field);
        }
      }
  expect(await flushed()).toEqual([]);
});
