import { expect, idsOf, ofType, test } from "../../support/fixtures.js";

/** A row of the table of entities: what seeing and clicking an element with the attribute makes. */
const ROWS = [
  {
    attribute: "data-track-event",
    id: "1018561959",
    impression: ["impressions:events", { events: [{ id: 1018561959 }] }],
    click: ["clicks:event", { event_id: "1018561959" }],
  },
  {
    attribute: "data-track-league",
    id: "1000093652",
    impression: ["impressions:leagues", { leagues: [{ id: 1000093652 }] }],
    click: ["clicks:league", { league_id: "1000093652" }],
  },
  {
    attribute: "data-track-sport",
    id: "1000093190",
    impression: ["impressions:sports", { sports: [{ id: "1000093190" }] }],
    click: ["clicks:sport", { sport_id: "1000093190" }],
  },
  {
    attribute: "data-track-game",
    id: "HallOfGods",
    impression: ["impressions:games", { game_ids: [{ id: "HallOfGods" }] }],
    click: ["clicks:game", { game_id: "HallOfGods" }],
  },
] as const;

for (const { attribute, id, impression, click } of ROWS)
  test(`${attribute}: seeing one makes ${impression[0]}, clicking one makes ${click[0]}`, async ({
    visit,
    page,
    seen,
    flushed,
  }) => {
    await visit({
      tag: { "user-id": "520535", page: "/home", location: "widget:recommended", brand: "Northbet" },
      body: `
        <button class="box" id="one" ${attribute}="${id}"></button>
        <button class="box" id="near-miss" ${attribute}s="${id}-1"></button>
        <button class="box" ${attribute}="${id}-2" hidden></button>`,
    });
    const about = { page: "/home", location: "widget:recommended", brand: "Northbet", channel: "desktop" };
    const bare = (events: Awaited<ReturnType<typeof flushed>>) =>
      events.map(({ id, timestamp, ...event }) => event);
    const [seenType, seenData] = impression;
    const [clickType, clickData] = click;
    const wasSeen = { event_type: seenType, user_id: "520535", data: { ...seenData, ...about } };
    const wasClicked = {
      event_type: clickType,
      user_id: "520535",
      data: { ...clickData, ...about, position: 0 },
    };
    expect(bare(await seen())).toEqual([wasSeen]);
    await page.click("#near-miss");
    await page.click("#one");
    expect(bare(await flushed())).toEqual([wasSeen, wasClicked]);
  });

test("data-track-widget: seeing one makes impressions:widget, clicking one makes nothing", async ({
  visit,
  page,
  seen,
  flushed,
  site,
}) => {
  await visit(
    {
      tag: { "user-id": "654321", query: "tab" },
      body: `<section class="box" id="one" data-track-widget="highlights"></section>
        <section class="box" data-track-widgets="none"></section>`,
    },
    "/?tab=live&token=secret",
  );
  const [event, ...others] = await seen();
  expect(event).toMatchObject({ event_type: "impressions:widget", user_id: "654321" });
  expect(event?.data).toEqual({
    widget: "highlights",
    location: `${site.origin}/?tab=live`,
    user: "654321",
    page: "/",
    channel: "desktop",
    brand: site.origin,
  });
  await page.click("#one");
  expect(await flushed()).toHaveLength(1);
  expect(others).toEqual([]);
});

test("data-track-widget: without a user, data.user is null", async ({ visit, received }) => {
  await visit({ body: '<section class="box" data-track-widget="highlights"></section>' });
  expect((await received({ event_type: "impressions:widget" })).data.user).toBeNull();
});

test("several on one element: an impression and a click of each", async ({ visit, page, seen, flushed }) => {
  await visit({ body: '<button class="box" id="one" data-track-event="1" data-track-league="2"></button>' });
  expect((await seen()).map(({ event_type }) => event_type).sort()).toEqual([
    "impressions:events",
    "impressions:leagues",
  ]);
  await page.click("#one");
  const clicks = (await flushed()).filter(({ event_type }) => event_type.startsWith("clicks:"));
  expect(clicks.map(({ event_type }) => event_type).sort()).toEqual(["clicks:event", "clicks:league"]);
});

test("an empty id makes nothing, and says so once", async ({ visit, page, flushed, messages, seen }) => {
  await visit({
    body: `<button class="box" id="empty" data-track-event=""></button>
      <button class="box" data-track-event=" "></button>
      <button class="box" data-track-event="7"></button>`,
  });
  expect(idsOf(await seen(), "impressions:events")).toEqual([7]);
  await page.click("#empty");
  expect(ofType(await flushed(), "clicks:event")).toEqual([]);
  expect(messages.filter((text) => /data-track-event/.test(text))).toHaveLength(1);
});

test("ids: a canonical safe integer is a number in the lists of events and leagues, all else a string", async ({
  visit,
  page,
  seen,
  flushed,
}) => {
  const ids = [
    "21161819",
    "0",
    "007",
    "1e3",
    "12.5",
    "0x1f",
    "9007199254740991",
    "9007199254740993",
    "sr:match:1",
  ];
  const all = (attribute: string) =>
    ids.map((id) => `<button class="box" style="height: 10px" ${attribute}="${id}"></button>`).join("");
  await visit({
    body: ["event", "league", "sport", "game"].map((name) => all(`data-track-${name}`)).join(""),
  });
  const events = await seen();
  const numbered = [
    21161819,
    0,
    "007",
    "1e3",
    "12.5",
    "0x1f",
    9007199254740991,
    "9007199254740993",
    "sr:match:1",
  ];
  expect(idsOf(events, "impressions:events").sort()).toEqual([...numbered].sort());
  expect(idsOf(events, "impressions:leagues").sort()).toEqual([...numbered].sort());
  expect(idsOf(events, "impressions:sports").sort()).toEqual([...ids].sort());
  expect(idsOf(events, "impressions:games").sort()).toEqual([...ids].sort());
  await page.click("[data-track-event]");
  expect(ofType(await flushed(), "clicks:event")).toMatchObject([{ data: { event_id: "21161819" } }]);
});

test("data-track-*: an attribute that is not of the vocabulary never leaves the page", async ({
  visit,
  page,
  flushed,
  site,
}) => {
  await visit({
    body: `<button class="box" id="one" data-track-game="42" data-track-content="card 4111" data-track-email="a@b.c"
      data-content-name="card 4111"></button>`,
  });
  await page.click("#one");
  expect(await flushed()).toHaveLength(2);
  for (const { text } of site.posts) expect(text).not.toMatch(/4111|a@b\.c/);
});
