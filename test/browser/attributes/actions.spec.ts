import { expect, test } from "../../support/fixtures.js";

/** A row of the table of actions: `#yes` makes the event with this data, `#no` makes none. */
interface Row {
  title: string;
  body: string;
  type: string;
  data: Record<string, unknown>;
  /** What the message names that tells why `#no` makes none. */
  says?: RegExp;
}

const ROWS: Row[] = [
  {
    title: "data-track-outcome: clicks:outcome, with the nearest event",
    body: `<div data-track-event="1018561957"><div data-track-league="5"><button id="yes" data-track-outcome="3086187161">1.85</button></div></div>
      <button id="no" data-track-outcome="3086187162">outside of an event</button>`,
    type: "clicks:outcome",
    data: { outcome_id: "3086187161", event_id: "1018561957", position: 0 },
    says: /clicks:outcome.*event_id/,
  },
  {
    title: "data-track-item: clicks:menu-item, with the menu of an ancestor",
    body: `<nav data-track-menu="recommendations"><p><button id="yes" data-track-item="trending">x</button></p>
      <button id="sibling">no item</button></nav><button id="no" data-track-item="trending">no menu</button>`,
    type: "clicks:menu-item",
    data: { item: "trending", menu: "recommendations", position: 0 },
    says: /clicks:menu-item.*menu/,
  },
  {
    title: "data-track-menu with data-track-item on one element: clicks:menu-item",
    body: `<nav data-track-menu="outer"><button id="yes" data-track-menu="inner" data-track-item="live">x</button></nav>
      <button id="no" data-track-menu="inner">a menu is not an item</button>`,
    type: "clicks:menu-item",
    data: { item: "live", menu: "inner", position: 0 },
  },
  {
    title: "data-track-social: clicks:social",
    body: `<button id="yes" data-track-social="open-sharing-dialog">x</button><button id="no" data-track-social="">x</button>`,
    type: "clicks:social",
    data: { item: "open-sharing-dialog", position: 0 },
    says: /social/,
  },
  {
    title: "data-track-combination: clicks:combination, with its selections",
    body: `<button id="yes" data-track-combination=" 123@001234  124@001238 ">x</button>
      <button id="no" data-track-combination="">no selections</button>`,
    type: "clicks:combination",
    data: {
      selections: [
        { id: "123", event_id: "001234" },
        { id: "124", event_id: "001238" },
      ],
      position: 0,
    },
    says: /clicks:combination.*selections/,
  },
  {
    title: "data-track-add-bet: engagement:add_bet, with the nearest event",
    body: `<div data-track-event="1018642410"><button id="yes" data-track-add-bet="1018632560">x</button></div>
      <button id="no" data-track-add-bet="1018632560">outside of an event</button>`,
    type: "engagement:add_bet",
    data: { selection_id: "1018632560", event_id: "1018642410", position: 0 },
    says: /engagement:add_bet.*event_id/,
  },
  {
    title: "data-track-place-ticket: engagement:place_ticket, an event_id where one is given",
    body: `<button id="yes" data-track-place-ticket="3086198780 3086198781@55">x</button>
      <button id="no" data-track-place-ticket="">no selections</button>`,
    type: "engagement:place_ticket",
    data: { selections: [{ id: "3086198780" }, { id: "3086198781", event_id: "55" }], position: 0 },
    says: /engagement:place_ticket.*selections/,
  },
  {
    title: "data-track-click: the event of the type that it names",
    body: `<button id="yes" data-track-click="recommendations:click:view-more" data-track-data='{"step":2}'>x</button>
      <button id="no" data-track-click="recommendations:click:nothing">not of the list</button>`,
    type: "recommendations:click:view-more",
    data: { step: 2, position: 0 },
    says: /recommendations:click:nothing/,
  },
];

/** Clicks alone carry a position. */
const A_CLICK = { data: { position: expect.any(Number) } };

for (const { title, body, type, data, says } of ROWS)
  test(title, async ({ visit, page, received, expectEvents, messages, site }) => {
    await visit({ tag: { "user-id": "520535", location: "widget:recommended", page: "/home" }, body });
    await expectEvents({
      action: () => page.click("#yes"),
      expected: [{ event_type: type, user_id: "520535", data }, A_CLICK],
    });
    const about = { location: "widget:recommended", page: "/home", channel: "desktop", brand: site.origin };
    expect((await received({ event_type: type })).data).toEqual({ ...data, ...about });
    expect(messages).toEqual([]);
    const twice = async () => {
      await page.click("#no");
      await page.click("#no");
    };
    await expectEvents({ action: twice, expected: [], refuted: [A_CLICK] });
    expect(messages).toEqual(says ? [expect.stringMatching(says)] : []);
  });

test("data-track-view: the event of the type that it names, when it is seen", async ({
  visit,
  page,
  seen,
  flushed,
  messages,
}) => {
  await visit({
    body: `<div class="box" id="yes" data-track-view="recommendations:impression:events" data-track-data='{"n":1}'></div>
      <div class="box" data-track-view="custom" hidden></div>
      <div class="box" data-track-view="recommendations:impression:nothing"></div>`,
  });
  expect(await seen()).toMatchObject([{ event_type: "recommendations:impression:events", data: { n: 1 } }]);
  await page.click("#yes");
  expect(await flushed()).toHaveLength(1);
  expect(messages).toEqual([expect.stringMatching(/recommendations:impression:nothing/)]);
});
