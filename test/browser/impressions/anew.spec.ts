import type { Page } from "@playwright/test";
import { expect, gamesOf, ofType, test } from "../../support/fixtures.js";
import { push } from "../../support/tracker.js";

/** What counts again is an event of its own, also where nothing was sent in between. */

const LATE = { "flush-interval": "600000" };
const box = (id: string) => `<div class="box" id="${id}" data-track-game="${id}"></div>`;

const frames = (page: Page) =>
  page.evaluate(async () => {
    for (let left = 3; left; left--) await new Promise(requestAnimationFrame);
  });

const move = (page: Page, margin: string) =>
  page.evaluate((margin) => {
    (document.querySelector(".box") as HTMLElement).style.marginLeft = margin;
  }, margin);

for (const [what, tag] of [
  ["sent each time", {}],
  ["held for a user", { anonymous: "hold" }],
  ["held for consent", { consent: "required" }],
] as const)
  test(`three page views of one name, ${what}: each has its impression`, async ({
    visit,
    page,
    stats,
    flushed,
  }) => {
    await visit({ tag: { ...LATE, ...tag, page: "home", pageviews: "auto" }, body: box("x") });
    const captured = (count: number) => expect.poll(async () => (await stats()).captured).toBe(count);
    await captured(2);
    for (const [path, count] of [
      ["/match", 4],
      ["/", 6],
    ] as const) {
      await page.evaluate((path) => history.pushState(null, "", path), path);
      await captured(count);
    }
    await push(page, ["identify", "520535"], ["consent", true]);
    const events = await flushed();
    expect(ofType(events, "impressions:page")).toHaveLength(3);
    expect(gamesOf(events)).toEqual(["x", "x", "x"]);
  });

test("repeat=always: away and back before the flush", async ({ visit, page, stats, flushed }) => {
  await visit({ tag: { ...LATE, repeat: "always" }, body: box("x") });
  await expect.poll(async () => (await stats()).captured).toBe(1);
  await move(page, "-999px");
  await frames(page);
  await move(page, "0");
  await expect.poll(async () => (await stats()).captured).toBe(2);
  expect(gamesOf(await flushed())).toEqual(["x", "x"]);
});

/** Begins a page view when the first impression is told of, which comes from this; the list may be made anew before. */
const leaveAtFirst = ({ html, isRemade }: { html: string; isRemade?: boolean }): void => {
  let isFirst = true;
  window.tracktag?.push([
    "subscribe",
    ({ stage, event }: { stage: string; event: { event_type: string } }) => {
      if (stage !== "captured" || !/games|events$/.test(event.event_type) || !isFirst) return;
      isFirst = false;
      if (isRemade) document.body.innerHTML = html;
      history.pushState(null, "", "/next");
    },
  ]);
  document.body.insertAdjacentHTML("beforeend", html);
};

test("whoever is told of it begins a page view: it has counted in the one before", async ({
  visit,
  page,
  flushed,
}) => {
  await visit({ tag: { pageviews: "auto" }, body: "" });
  await page.evaluate(leaveAtFirst, { html: box("x") });
  const seen = async () =>
    ofType(await flushed(), "impressions:games").map(({ data: { page, game_ids } }) => [page, game_ids]);
  await expect.poll(async () => (await seen()).length).toBe(2);
  expect(await seen()).toEqual([
    ["/", [{ id: "x" }]],
    ["/next", [{ id: "x" }]],
  ]);
});

for (const viewability of ["any", "0.5/200"])
  for (const repeat of ["pageview", "always"]) {
    const tag = { pageviews: "auto", viewability, repeat };
    for (const isRemade of [false, true])
      test(`the same of three that count at one moment${isRemade ? ", and are made anew" : ""}: each has in both, once (${viewability}, ${repeat})`, async ({
        visit,
        page,
        flushed,
        messages,
      }) => {
        const ids = ["x", "y", "z"];
        await visit({ tag, body: "" });
        await page.evaluate(leaveAtFirst, { html: ids.map(box).join(""), isRemade });
        const seenOn = async (path: string) =>
          gamesOf((await flushed()).filter(({ data }) => data.page === path && data.game_ids)).sort();
        await expect.poll(() => seenOn("/next")).toEqual(ids);
        expect(await seenOn("/")).toEqual(ids);
        expect(messages).toEqual([]);
      });

    test(`the same of one element that stands for two: both have in both, once (${viewability}, ${repeat})`, async ({
      visit,
      page,
      flushed,
      messages,
    }) => {
      await visit({ tag, body: "" });
      await page.evaluate(leaveAtFirst, {
        html: '<div class="box" data-track-event="e" data-track-league="l"></div>',
      });
      const both = ["impressions:events", "impressions:leagues", "impressions:page"];
      const typesOn = async (path: string) =>
        (await flushed())
          .filter(({ data }) => data.page === path)
          .map(({ event_type }) => event_type)
          .sort();
      await expect.poll(() => typesOn("/next")).toEqual(both);
      expect(await typesOn("/")).toEqual(both);
      expect(messages).toEqual([]);
    });
  }

for (const [what, hook] of [
  ["all impressions", "delete data.game_ids"],
  ["the second impression", 'if (data.game_ids[0].id === "y") delete data.game_ids'],
])
  test(`a hook that takes the list from ${what}: each event travels, and the counts add up`, async ({
    visit,
    page,
    stats,
    flushed,
    messages,
  }) => {
    const head = `<script>window.tracktag = [["beforeSend", (event) => {
      const { data } = event; if (data.game_ids) { ${hook} } return event; }]];</script>`;
    await visit({ tag: LATE, head, body: box("x") });
    await expect.poll(async () => (await stats()).captured).toBe(1);
    await page.evaluate((html) => document.body.insertAdjacentHTML("beforeend", html), box("y"));
    await expect.poll(async () => (await stats()).captured).toBe(2);
    expect(ofType(await flushed(), "impressions:games")).toHaveLength(2);
    expect(await stats()).toMatchObject({ captured: 3, merged: 0, sent: 3, queued: 0 });
    expect(messages).toEqual([]);
  });
