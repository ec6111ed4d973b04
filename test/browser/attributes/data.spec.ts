import { expect, ofType, test } from "../../support/fixtures.js";

test("data-track-data: merged into data, inner over outer, for impressions and clicks", async ({
  visit,
  page,
  flushed,
}) => {
  await visit({
    body: `<main data-track-data='{"sport":"football","list":[1,{"a":null}],"depth":1}'><div data-track-data='{"depth":2}'>
      <button id="x" data-track-game="1" data-track-data='{"live":true}'>x</button></div></main><button id="y" data-track-game="2">x</button>`,
  });
  await page.click("#x");
  await page.click("#y");
  const events = await flushed();
  const extra = { sport: "football", list: [1, { a: null }], depth: 2, live: true };
  for (const type of ["impressions:games", "clicks:game"]) {
    expect(ofType(events, type)).toMatchObject([{ data: extra }, {}]);
    expect(ofType(events, type)[1]?.data).not.toMatchObject({ depth: expect.anything() });
  }
});

test("data-track-data: never replaces a field of the contract", async ({ visit, page, flushed, site }) => {
  const own = {
    event_id: "0",
    outcome_id: "0",
    position: 99,
    location: "x",
    page: "x",
    channel: "x",
    brand: "x",
  };
  await visit({
    body: `<div data-track-event="2" data-track-data='${JSON.stringify({ ...own, events: [], ours: 1 })}'><button id="x" data-track-outcome="3">x</button></div>`,
  });
  await page.click("#x");
  const events = await flushed();
  const about = { location: "page:default", page: "/", channel: "desktop", brand: site.origin };
  expect(ofType(events, "clicks:outcome")).toMatchObject([
    { data: { ...about, event_id: "2", outcome_id: "3", position: 0, ours: 1 } },
  ]);
  expect(ofType(events, "impressions:events")).toMatchObject([
    { data: { ...about, events: [{ id: 2 }], ours: 1 } },
  ]);
});

test("data-track-data: what is no JSON object is reported once, and the rest is merged", async ({
  visit,
  page,
  flushed,
  messages,
}) => {
  for (const wrong of ["{k:1}", "[1]", "null", "7", '"text"', ""]) {
    messages.length = 0;
    await visit({
      body: `<div data-track-data='{"outer":1}'><button id="x" data-track-game="1" data-track-data='${wrong}'>x</button></div>`,
    });
    await page.click("#x");
    expect((await flushed()).at(-1), wrong).toMatchObject({ event_type: "clicks:game", data: { outer: 1 } });
    expect(messages, wrong).toEqual([expect.stringMatching(/data-track-data/)]);
  }
});
