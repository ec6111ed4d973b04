import type { Page } from "@playwright/test";
import { expect, gamesOf, ofType, test } from "../../support/fixtures.js";

/**
 * A large banner needs less of its area in view than a card, and has an observer of its own. At the end of a second each
 * answers for its elements alone, one after the other.
 */

const BODY = `<section><div class="box" data-track-game="card"></div>
  <div id="banner" data-track-game="banner" style="width: 1000px; height: 300px"></div></section>`;
const RULE = { viewability: "mrc" };

/** Waits until the banner has been in view for so long, ms. */
const inView = (page: Page, ms: number) =>
  page.evaluate(async (ms) => {
    const banner = document.getElementById("banner") as Element;
    await new Promise<void>((isSeen) =>
      new IntersectionObserver((_, observer) => {
        observer.disconnect();
        isSeen();
      }).observe(banner),
    );
    const since = performance.now();
    while (performance.now() - since < ms) await new Promise(requestAnimationFrame);
  }, ms);

for (const [what, how] of [
  ["is no entity any more", 'banner.removeAttribute("data-track-game")'],
  ["has collapsed", "banner.style.height = 0"],
  ["is to be ignored", 'banner.setAttribute("data-track-ignore", "")'],
] as const)
  test(`a banner that ${what} within its second does not count when the card does`, async ({
    visit,
    page,
    seen,
  }) => {
    await visit({ tag: RULE, body: BODY });
    await inView(page, 300);
    await page.evaluate(how);
    expect(gamesOf(await seen("0.5/1500"))).toEqual(["card"]);
  });

test("the page that is named around both within their second is that of both", async ({
  visit,
  page,
  seen,
}) => {
  await visit({ tag: RULE, body: BODY });
  await inView(page, 300);
  await page.evaluate(() => document.querySelector("section")?.setAttribute("data-track-page", "renamed"));
  const events = ofType(await seen("0.5/1500"), "impressions:games");
  expect(gamesOf(events)).toEqual(["banner", "card"]);
  expect(events.map(({ data }) => data.page)).toEqual(["renamed"]);
});

test("both count at the end of their second, each once", async ({ visit, seen }) => {
  await visit({ tag: RULE, body: BODY });
  expect(gamesOf(await seen("0.5/1500"))).toEqual(["banner", "card"]);
});
