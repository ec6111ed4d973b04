import type { Page } from "@playwright/test";
import { expect, ofType, test } from "../../support/fixtures.js";

const BODY = '<button class="box" id="x" data-track-game="1">x</button>';
const consent = (page: Page, granted: boolean) =>
  page.evaluate((granted) => window.tracktag?.push(["consent", granted]), granted);
const storage = (page: Page) =>
  page.evaluate(() => [localStorage.length, sessionStorage.length, document.cookie]);
const NOTHING = [0, 0, ""];

for (const [signal, property, value] of [
  ["gpc", "globalPrivacyControl", true],
  ["dnt", "doNotTrack", "1"],
] as const) {
  const say = (page: Page) =>
    page.addInitScript(
      ([property, value]) => Object.defineProperty(Navigator.prototype, property, { get: () => value }),
      [property, value] as const,
    );

  test(`data-respect=${signal}: the browser's signal counts as denied until consent(true)`, async ({
    visit,
    page,
    flushed,
    stats,
    site,
  }) => {
    await say(page);
    for (const respect of [signal, "dnt, gpc", "gpc,dnt"]) {
      await visit({ tag: { respect }, body: BODY });
      await page.click("#x");
      expect(await stats(), respect).toMatchObject({ captured: 0 });
      expect(await storage(page)).toEqual(NOTHING);
    }
    expect(site.posts).toEqual([]);
    await consent(page, true);
    await page.click("#x");
    expect(ofType(await flushed(), "clicks:game")).toHaveLength(1);
  });

  test(`data-respect: ${signal} means nothing to a site that does not name it`, async ({
    visit,
    page,
    flushed,
  }) => {
    await say(page);
    await visit({ tag: { respect: signal === "gpc" ? "dnt" : "gpc" }, body: BODY });
    await page.click("#x");
    expect(ofType(await flushed(), "clicks:game")).toHaveLength(1);
  });
}

test("data-respect: a browser that signals nothing is not denied", async ({ visit, page, flushed }) => {
  await visit({ tag: { respect: "gpc,dnt" }, body: BODY });
  await page.click("#x");
  expect(ofType(await flushed(), "clicks:game")).toHaveLength(1);
});
