import type { Page } from "@playwright/test";
import { expect, gamesOf, test } from "../../support/fixtures.js";
import { push } from "../../support/tracker.js";

test.describe("data-repeat", () => {
  const BODY = `<div class="box" id="x" data-track-game="1"></div>`;
  const again = (page: Page) => push(page, ["page"]);
  const leave = (page: Page, away: boolean) =>
    page.evaluate((away) => {
      (document.getElementById("x") as HTMLElement).style.marginLeft = away ? "-999px" : "0";
    }, away);

  test("pageview (default): once in a page view, however often it leaves and returns", async ({
    visit,
    page,
    seen,
  }) => {
    await visit({ body: BODY });
    expect(gamesOf(await seen())).toEqual(["1"]);
    await leave(page, true);
    await seen();
    await leave(page, false);
    expect(gamesOf(await seen())).toEqual(["1"]);
    await again(page);
    expect(gamesOf(await seen())).toEqual(["1", "1"]);
  });

  test("session: once in a session, over page views and loads; in another location again", async ({
    visit,
    page,
    seen,
  }) => {
    await visit({ tag: { repeat: "session" }, body: BODY });
    expect(gamesOf(await seen())).toEqual(["1"]);
    await again(page);
    await visit({ tag: { repeat: "session" }, body: BODY }, "/second");
    expect(gamesOf(await seen())).toEqual(["1"]);
    await page.evaluate(() => {
      (document.getElementById("x") as HTMLElement).dataset.trackLocation = "other:list";
    });
    expect(gamesOf(await seen())).toEqual(["1", "1"]);
  });

  test("session: what has counted before consent does not count again after it", async ({
    visit,
    page,
    stats,
    seen,
  }) => {
    await visit({ tag: { repeat: "session", consent: "required" }, body: BODY });
    await expect.poll(async () => (await stats()).captured).toBe(1);
    await push(page, ["consent", true]);
    expect(gamesOf(await seen())).toEqual(["1"]);
    await visit({ tag: { repeat: "session" }, body: BODY }, "/second");
    expect(gamesOf(await seen())).toEqual(["1"]);
  });

  test("always: each time it leaves and returns, and not while it stays", async ({ visit, page, seen }) => {
    await visit({ tag: { repeat: "always" }, body: BODY });
    await seen();
    expect(gamesOf(await seen())).toEqual(["1"]);
    await leave(page, true);
    await seen();
    await leave(page, false);
    expect(gamesOf(await seen())).toEqual(["1", "1"]);
  });
});
