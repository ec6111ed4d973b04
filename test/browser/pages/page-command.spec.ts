import type { Page } from "@playwright/test";
import { expect, idsOf, ofType, test } from "../../support/fixtures.js";
import { push, track } from "../../support/tracker.js";

const AUTO = { pageviews: "auto" };
const CARD = '<div class="box" data-track-game="1"></div>';

const navigate = (page: Page, url: string) => page.evaluate((url) => history.pushState(null, "", url), url);

test("page(name): begins a page view of that name; the next one has its own again", async ({
  visit,
  page,
  seen,
  flushed,
}) => {
  await visit({ tag: AUTO, body: CARD }, "/a");
  await seen();
  await push(page, ["page", "lobby"], ["track", "custom", { n: 1 }]);
  await seen();
  await navigate(page, "/b");
  await track(page, 2);
  const events = await seen();
  expect(ofType(events, "impressions:page").map(({ data }) => data.page)).toEqual(["/a", "lobby", "/b"]);
  expect(ofType(events, "impressions:page")[1]?.data.previous_location).toBeNull();
  expect(ofType(events, "impressions:games").map(({ data }) => data.page)).toEqual(["/a", "lobby", "/b"]);
  expect(ofType(await flushed(), "custom").map(({ data }) => data.page)).toEqual(["lobby", "/b"]);
});

test("page(): without a name it begins a page view, too", async ({ visit, page, seen }) => {
  await visit({ tag: AUTO, body: CARD }, "/a");
  await seen();
  await push(page, ["page"]);
  const events = await seen();
  expect(ofType(events, "impressions:page").map(({ data }) => data.page)).toEqual(["/a", "/a"]);
  expect(idsOf(events, "impressions:games")).toEqual(["1", "1"]);
});
