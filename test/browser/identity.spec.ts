import { expect, idsOf, ofType, test } from "../support/fixtures.js";

const games = (events: Parameters<typeof idsOf>[0]) => idsOf(events, "impressions:games");

test("identity is the content: the same entity on several nodes counts once", async ({ visit, seen }) => {
  const slide = '<div class="box" data-track-game="1"></div>';
  await visit({ body: `${slide}${slide}<div class="box" data-track-game="2"></div>${slide}` });
  expect(games(await seen()).sort()).toEqual(["1", "2"]);
});

test("identity is (type, id, location): each of them makes another entity", async ({ visit, seen }) => {
  await visit({
    body: `<div class="box" data-track-event="1"></div><div class="box" data-track-league="1"></div>
      <div class="box" data-track-event="1" data-track-location="b:x"></div><div class="box" data-track-event="2"></div>`,
  });
  const events = await seen();
  expect(idsOf(events, "impressions:leagues")).toEqual([1]);
  const seenAt = ofType(events, "impressions:events").map(({ data }) => [data.location, data.events]);
  expect(seenAt).toEqual([
    ["page:default", [{ id: 1 }, { id: 2 }]],
    ["b:x", [{ id: 1 }]],
  ]);
});

test("identity: a recycled node with a new id is a new entity, a re-created node with the same id is not", async ({
  visit,
  page,
  seen,
}) => {
  await visit({ body: '<div class="box" id="x" data-track-game="1"></div>' });
  expect(games(await seen())).toEqual(["1"]);
  await page.evaluate(() => {
    (document.getElementById("x") as HTMLElement).dataset.trackGame = "2";
  });
  expect(games(await seen())).toEqual(["1", "2"]);
  await page.evaluate(() => {
    document.body.innerHTML = ["1", "2", "3"]
      .map((id) => `<div class="box" data-track-game="${id}"></div>`)
      .join("");
  });
  expect(games(await seen())).toEqual(["1", "2", "3"]);
});

test("identity: a location that changes around an element makes it another entity", async ({
  visit,
  page,
  seen,
}) => {
  await visit({ body: '<div id="around"><p><i class="box" data-track-game="1"></i></p></div>' });
  expect(games(await seen())).toEqual(["1"]);
  await page.evaluate(() => {
    (document.getElementById("around") as HTMLElement).dataset.trackLocation = "other:list";
  });
  expect((await seen()).map(({ data }) => data.location)).toEqual(["page:default", "other:list"]);
});

test("data-track-view: its identity is (type, location, data)", async ({ visit, seen }) => {
  const view = (type: string, data: string, location = "a:b") =>
    `<div class="box" data-track-view="${type}" data-track-data='${data}' data-track-location="${location}"></div>`;
  await visit({
    body: [
      view("custom", '{"n":1}'),
      view("custom", '{"n":1}'),
      view("custom", '{"n":2}'),
      view("custom", '{"n":1}', "c:d"),
      view("debug:message", '{"n":1}'),
    ].join(""),
  });
  const events = await seen();
  expect(events.map(({ event_type, data }) => `${event_type} ${data.n} ${data.location}`).sort()).toEqual([
    "custom 1 a:b",
    "custom 1 c:d",
    "custom 2 a:b",
    "debug:message 1 a:b",
  ]);
});

for (const [title, body, type, impression] of [
  ["an entity", '<b id="x" data-track-game="1">x</b>', "clicks:game", "impressions:games"],
  [
    "an outcome, for its event",
    '<p data-track-event="1"><b id="x" data-track-outcome="2">x</b></p>',
    "clicks:outcome",
    "impressions:events",
  ],
  [
    "an add-bet, for its event",
    '<p data-track-event="1"><b id="x" data-track-add-bet="2">x</b></p>',
    "engagement:add_bet",
    "impressions:events",
  ],
] as const)
  test(`a click on ${title} that has not made its impression makes it first, and only once`, async ({
    visit,
    page,
    flushed,
    seen,
  }) => {
    await visit({ tag: { untrusted: "" }, body: `<div id="away" style="display: none">${body}</div>` });
    const click = () => page.evaluate(() => document.getElementById("x")?.click());
    await click();
    const [seenFirst, clicked, ...others] = await flushed();
    expect([seenFirst?.event_type, clicked?.event_type, others]).toEqual([impression, type, []]);
    expect(seenFirst?.timestamp).toBe(clicked?.timestamp);
    await page.evaluate(() => document.getElementById("away")?.removeAttribute("style"));
    await seen();
    await click();
    const events = await flushed();
    expect(ofType(events, impression)).toHaveLength(1);
    expect(ofType(events, type)).toHaveLength(2);
  });

test("a click that sends nothing makes no impression", async ({ visit, page, seen, flushed }) => {
  await visit({
    tag: { viewability: "0.5/600000" },
    body: '<p data-track-event="1"><b id="x" data-track-outcome="">x</b><b id="y" data-track-social="s">y</b></p>',
  });
  await page.click("#x");
  await page.click("#y");
  await seen("any");
  expect((await flushed()).map(({ event_type }) => event_type)).toEqual(["clicks:social"]);
});

test.describe("data-repeat", () => {
  const BODY = `<div class="box" id="x" data-track-game="1"></div>`;
  const again = (page: import("@playwright/test").Page) =>
    page.evaluate(() => (window.tracktag as unknown[]).push(["page"]));
  const leave = (page: import("@playwright/test").Page, away: boolean) =>
    page.evaluate((away) => {
      (document.getElementById("x") as HTMLElement).style.marginLeft = away ? "-999px" : "0";
    }, away);

  test("pageview (default): once in a page view, however often it leaves and returns", async ({
    visit,
    page,
    seen,
  }) => {
    await visit({ body: BODY });
    expect(games(await seen())).toEqual(["1"]);
    await leave(page, true);
    await seen();
    await leave(page, false);
    expect(games(await seen())).toEqual(["1"]);
    await again(page);
    expect(games(await seen())).toEqual(["1", "1"]);
  });

  test("session: once in a session, over page views and loads; in another location again", async ({
    visit,
    page,
    seen,
  }) => {
    await visit({ tag: { repeat: "session" }, body: BODY });
    expect(games(await seen())).toEqual(["1"]);
    await again(page);
    await visit({ tag: { repeat: "session" }, body: BODY }, "/second");
    expect(games(await seen())).toEqual(["1"]);
    await page.evaluate(() => {
      (document.getElementById("x") as HTMLElement).dataset.trackLocation = "other:list";
    });
    expect(games(await seen())).toEqual(["1", "1"]);
  });

  test("always: each time it leaves and returns, and not while it stays", async ({ visit, page, seen }) => {
    await visit({ tag: { repeat: "always" }, body: BODY });
    await seen();
    expect(games(await seen())).toEqual(["1"]);
    await leave(page, true);
    await seen();
    await leave(page, false);
    expect(games(await seen())).toEqual(["1", "1"]);
  });
});
