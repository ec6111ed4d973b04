import type { Page } from "@playwright/test";
import { expect, idsOf, ofType, test } from "../../support/fixtures.js";
import { push } from "../../support/tracker.js";

const AUTO = { pageviews: "auto" };
const CARD = '<div class="box" data-track-game="1"></div>';

const navigate = (page: Page, url: string) => page.evaluate((url) => history.pushState(null, "", url), url);
const views = (events: Parameters<typeof ofType>[0]) =>
  ofType(events, "impressions:page").map(({ data }) => [data.previous_location, data.location]);

test("impressions:page at load: user, location, previous_location, page, channel, brand", async ({
  visit,
  received,
  site,
}) => {
  await visit({ tag: { ...AUTO, "user-id": "654321" } }, "/home?utm=x#/live");
  const { user_id, data } = await received({ event_type: "impressions:page" });
  expect(user_id).toBe("654321");
  expect(data).toEqual({
    user: "654321",
    location: `${site.origin}/home#/live`,
    previous_location: null,
    page: "/home#/live",
    channel: "desktop",
    brand: site.origin,
  });
});

test("previous_location at load: the same-origin referrer, cut; of another origin: null", async ({
  visit,
  page,
  site,
  flushed,
}) => {
  await visit({ tag: null, body: '<a href="/second?token=1#t=2">x</a>' }, "/first?token=secret#at=1");
  site.page("/second", { tag: AUTO });
  await page.click("a");
  await page.waitForURL("/second?token=1#t=2");
  expect(views(await flushed())).toEqual([[`${site.origin}/first`, `${site.origin}/second`]]);
  await page.goto(`${site.otherOrigin}/first`);
  await page.evaluate((url) => location.assign(url), `${site.origin}/second`);
  await page.waitForURL(/127/);
  expect(views(await flushed())[1]).toEqual([null, `${site.origin}/second`]);
});

test("what was seen until a navigation comes before it", async ({ visit, flushed }) => {
  await visit({
    tag: AUTO,
    body: `<div class="box" data-track-game="due" data-track-viewability="0.5/300"></div>
      <div class="box" data-track-widget="begun" data-track-viewability="0.5/0"></div>
      <script>
        (window.tracktag ??= []).push(["subscribe", ({ stage, event }) => {
          if (stage !== "captured" || event.event_type !== "impressions:widget") return;
          // A task in which its time comes, and then the navigation.
          setTimeout(() => {
            const end = performance.now() + 400;
            while (performance.now() < end);
            history.pushState(null, "", "/next");
          });
        }]);
      </script>`,
  });
  await expect
    .poll(async () => (await flushed()).map(({ event_type }) => event_type.replace("impressions:", "")))
    .toEqual(["page", "widget", "games", "page", "widget", "games"]);
});

test("a client-side navigation: impressions:page with the URL before, and impressions count again", async ({
  visit,
  page,
  seen,
  site: { origin },
}) => {
  await visit({ tag: AUTO, body: CARD }, "/a");
  await seen();
  await navigate(page, "/b");
  await seen();
  await page.evaluate(() => history.replaceState(null, "", "/c"));
  await seen();
  await page.evaluate(() => {
    location.hash = "#/d";
  });
  await seen();
  await page.goBack();
  const events = await seen();
  expect(views(events)).toEqual([
    [null, `${origin}/a`],
    [`${origin}/a`, `${origin}/b`],
    [`${origin}/b`, `${origin}/c`],
    [`${origin}/c`, `${origin}/c#/d`],
    [`${origin}/c#/d`, `${origin}/c`],
  ]);
  expect(ofType(events, "impressions:page").map(({ data }) => data.page)).toEqual([
    "/a",
    "/b",
    "/c",
    "/c#/d",
    "/c",
  ]);
  expect(idsOf(events, "impressions:games")).toEqual(["1", "1", "1", "1", "1"]);
});

test("what leaves the reported URL as it was is no page view", async ({ visit, page, seen, site }) => {
  await visit({ tag: { ...AUTO, query: "tab,sport" }, body: CARD }, "/a?tab=1");
  await seen();
  for (const url of ["/a?tab=1", "/a?token=x&tab=1", "/a?tab=1#a=b", "/a?tab=1#access_token&x", "/a?tab=1#?"])
    await navigate(page, url);
  expect(views(await seen())).toHaveLength(1);
  await navigate(page, "/a?tab=2&token=x");
  const events = await seen();
  expect(views(events)).toEqual([
    [null, `${site.origin}/a?tab=1`],
    [`${site.origin}/a?tab=1`, `${site.origin}/a?tab=2`],
  ]);
  expect(idsOf(events, "impressions:games")).toEqual(["1", "1"]);
});

test("data-query: only the named parameters stay, in page views, widgets and previous locations", async ({
  visit,
  page,
  flushed,
  received,
  site,
}) => {
  const widget = '<div class="box" data-track-widget="highlights"></div>';
  await visit(
    { tag: { ...AUTO, query: "tab, sport" }, body: widget },
    "/a?email=a@b.c&tab=live&tabs=1&sport=7#x=1",
  );
  await received({ event_type: "impressions:widget" });
  await navigate(page, "/b?TAB=1&token=secret");
  const reported = `${site.origin}/a?tab=live&sport=7`;
  const events = await flushed();
  expect(views(events)).toEqual([
    [null, reported],
    [reported, `${site.origin}/b`],
  ]);
  expect(ofType(events, "impressions:widget")[0]?.data.location).toBe(reported);
  for (const { text } of site.posts) expect(text).not.toMatch(/a@b\.c|secret/);
});

test("a router that calls pushState and replaceState for one navigation makes one page view", async ({
  visit,
  page,
  seen,
}) => {
  await visit({ tag: AUTO });
  await page.evaluate(() => {
    history.replaceState({ scroll: 0 }, "", location.href);
    history.pushState(null, "", "/b");
    history.replaceState({ key: 1 }, "", "/b");
  });
  expect(views(await seen())).toHaveLength(2);
});

test("data-pageviews=off: no impressions:page, and only page() and a load begin a page view", async ({
  visit,
  page,
  seen,
}) => {
  await visit({ tag: { pageviews: "off" }, body: CARD }, "/a");
  await seen();
  await navigate(page, "/b");
  const before = await seen();
  expect(idsOf(before, "impressions:games")).toEqual(["1"]);
  await push(page, ["page"]);
  expect(idsOf(await seen(), "impressions:games")).toEqual(["1", "1"]);
  await visit({ tag: { pageviews: "off" }, body: CARD }, "/a");
  const events = await seen();
  expect(idsOf(events, "impressions:games")).toEqual(["1", "1", "1"]);
  expect(views(events)).toEqual([]);
});
