import { expect, test } from "../../support/fixtures.js";

const BODY = '<button class="box" id="x" data-track-game="1">x</button>';

test.describe("in an insecure context", () => {
  test.use({
    // Any host name leads to the site, for it is the proxy. Without randomUUID, Web Locks and userAgentData.
    contextOptions: async ({ site }, use) => use({ proxy: { server: site.origin } }),
  });

  test("all of it works from memory", async ({ page, site, seen, flushed, relay }) => {
    site.page("/", { tag: { pageviews: "auto" }, body: BODY });
    await page.goto("http://shop.example/");
    expect(await page.evaluate(() => [isSecureContext, "locks" in navigator])).toEqual([false, false]);
    await page.click("#x");
    await seen();
    const types = (await flushed()).map(({ event_type }) => event_type);
    expect(types.sort()).toEqual(["clicks:game", "impressions:games", "impressions:page"]);
    expect(new Set(relay.batches().map(({ origin }) => origin))).toEqual(new Set(["http://shop.example"]));
  });
});
