import { expect, idsOf, ofType, test } from "../../support/fixtures.js";
import { push } from "../../support/tracker.js";

const LATE = { "flush-interval": "600000" };
const box = (id: string, attributes = "") => `<div class="box" data-track-event="${id}" ${attributes}></div>`;

test("impressions travel as one event: ids in the order in which they became viewable, each once", async ({
  visit,
  page,
  flushed,
  stats,
  relay,
}) => {
  await visit({ tag: LATE });
  const captured = async (count: number) => expect.poll(async () => (await stats()).captured).toBe(count);
  const show = (html: string) =>
    page.evaluate((html) => document.body.insertAdjacentHTML("afterbegin", html), html);
  await show(box("3"));
  await captured(1);
  const first = await page.evaluate(() => Date.now());
  await show(box("1") + box("3"));
  await captured(2);
  await show(box("2"));
  await captured(3);
  const [event, ...others] = await flushed();
  expect(others).toEqual([]);
  expect(event?.data.events).toEqual([{ id: 3 }, { id: 1 }, { id: 2 }]);
  expect(Date.parse(event?.timestamp ?? "")).toBeLessThanOrEqual(first);
  expect(relay.batches()).toHaveLength(1);
  expect(await stats()).toMatchObject({ captured: 4, merged: 2, sent: 2, queued: 0 });
});

test("the group has the id and the time of its first, and is frozen once sent", async ({
  visit,
  page,
  flushed,
  site,
}) => {
  await visit({ tag: LATE });
  await page.evaluate(() => {
    Object.assign(window, { first: [] });
    window.tracktag?.push([
      "subscribe",
      ({ stage, event }: { stage: string; event: { id: string; timestamp: string; event_type: string } }) => {
        if (stage === "captured" && event.event_type === "impressions:events")
          (window as unknown as { first: unknown[] }).first.push([event.id, event.timestamp]);
      },
    ]);
  });
  const show = async (id: string, count: number) => {
    await page.evaluate((html) => document.body.insertAdjacentHTML("beforeend", html), box(id));
    await page.waitForFunction(`first.length === ${count}`);
  };
  await show("1", 1);
  await show("2", 2);
  await flushed();
  await show("3", 3);
  const events = await flushed();
  const captured = (await page.evaluate("first")) as [string, string][];
  expect(ofType(events, "impressions:events").map(({ id, timestamp }) => [id, timestamp])).toEqual([
    captured[0],
    captured[2],
  ]);
  expect(ofType(events, "impressions:events").map(({ data }) => data.events)).toEqual([
    [{ id: 1 }, { id: 2 }],
    [{ id: 3 }],
  ]);
  const sentIds = site.posts.flatMap(({ envelope }) => envelope.events.map(({ id }) => id));
  expect(sentIds).toEqual([...new Set(sentIds)]);
});

test("only what shares type, page, location, brand, channel and extra data is one event", async ({
  visit,
  stats,
  flushed,
}) => {
  const differing = ["page", "location", "brand"].map((name) => `data-track-${name}="other"`);
  differing.push('data-track-channel="ios"', `data-track-data='{"n":1}'`);
  await visit({
    tag: LATE,
    body: `${box("7")}${differing.map((attributes, id) => box(`${id}`, attributes)).join("")}${box("8")}
      <div class="box" data-track-league="9"></div>`,
  });
  await expect.poll(async () => (await stats()).captured).toBe(8);
  const events = await flushed();
  expect(idsOf(events, "impressions:leagues")).toEqual([9]);
  const groups = ofType(events, "impressions:events").map(({ data }) =>
    (data.events as { id: number }[]).map(({ id }) => id),
  );
  expect(groups).toHaveLength(6);
  expect(groups).toEqual(expect.arrayContaining([[7, 8], [0], [1], [2], [3], [4]]));
});

test("impressions of different users are different events", async ({ visit, page, stats, flushed }) => {
  await visit({ tag: LATE, body: box("1") });
  await expect.poll(async () => (await stats()).captured).toBe(1);
  await page.evaluate((html) => {
    window.tracktag?.push(["identify", "520535"]);
    document.body.insertAdjacentHTML("beforeend", html);
  }, box("2"));
  await expect.poll(async () => (await stats()).captured).toBe(2);
  expect((await flushed()).map(({ user_id, data }) => [user_id, data.events])).toEqual([
    [null, [{ id: 1 }]],
    ["520535", [{ id: 2 }]],
  ]);
});

test("clicks, widgets and page views are never merged", async ({ visit, page, flushed }) => {
  await visit({
    tag: { ...LATE, pageviews: "auto" },
    body: `<div class="box" data-track-widget="a"></div><div class="box" data-track-widget="b"></div><b id="x" data-track-game="1">x</b>`,
  });
  await page.click("#x");
  await page.click("#x");
  await push(page, ["page"]);
  const events = await flushed();
  expect(ofType(events, "clicks:game")).toHaveLength(2);
  expect(ofType(events, "impressions:page")).toHaveLength(2);
  expect(new Set(ofType(events, "impressions:widget").map(({ data }) => data.widget))).toEqual(
    new Set(["a", "b"]),
  );
});
