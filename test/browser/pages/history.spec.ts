import type { Page } from "@playwright/test";
import { expect, ofType, test } from "../../support/fixtures.js";

const AUTO = { pageviews: "auto" };

const navigate = (page: Page, url: string) => page.evaluate((url) => history.pushState(null, "", url), url);
const views = (events: Parameters<typeof ofType>[0]) =>
  ofType(events, "impressions:page").map(({ data }) => [data.previous_location, data.location]);

test("where there is no Navigation API history is wrapped once, works as before, and is put back by stop", async ({
  visit,
  page,
  seen,
  site,
}) => {
  await page.addInitScript(() => {
    delete (window as { navigation?: unknown }).navigation;
    Object.assign(window, { natives: [history.pushState, history.replaceState] });
  });
  await visit({ tag: AUTO }, "/a");
  await seen();
  await navigate(page, "/b");
  await seen();
  await page.evaluate(() => history.replaceState({ kept: 1 }, "", "/c"));
  await seen();
  await page.goBack();
  await page.waitForURL("**/a");
  expect(views(await seen()).map(([, location]) => location)).toEqual(
    ["a", "b", "c", "a"].map((path) => `${site.origin}/${path}`),
  );
  await page.goForward();
  await page.waitForURL("**/c");
  expect(await page.evaluate(() => history.state)).toEqual({ kept: 1 });
  await page.evaluate(() => (window.tracktag as { stop(): Promise<void> }).stop());
  const natives = () =>
    page.evaluate("history.pushState === natives[0] && history.replaceState === natives[1]");
  expect(await natives()).toBe(true);
});

test("where there is a Navigation API history is left alone", async ({ visit, page }) => {
  await page.addInitScript("window.natives = [history.pushState, history.replaceState]");
  await visit({ tag: AUTO });
  expect(await page.evaluate("history.pushState === natives[0] && history.replaceState === natives[1]")).toBe(
    true,
  );
});
