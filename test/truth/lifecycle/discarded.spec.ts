import puppeteer, { type Browser, type Page } from "puppeteer-core";
import { startChromium } from "../../support/chromium.js";
import { idsOf, ofType } from "../../support/events.js";
import { expect as baseExpect, test } from "../fixtures.js";

const expect = baseExpect.configure({ timeout: 15_000 });

/** Connects to the browser's own pages alone: a tab that a DevTools client is attached to is not discarded. */
const connect = (browserWSEndpoint: string): Promise<Browser> =>
  puppeteer.connect({ browserWSEndpoint, targetFilter: (target) => !target.url().startsWith("http") });

/** Opens the browser's page about tabs in front of the others. It has to be allowed first. */
async function openDiscards(browser: Browser): Promise<Page> {
  const page = await browser.newPage();
  await page.goto("chrome://chrome-urls/");
  await page.locator(">>> cr-button").click();
  await page.goto("chrome://discards/");
  return page;
}

/** Does something to the tab of the URL. */
const act = (page: Page, url: string, action: string) =>
  page.evaluate(
    (host, action) => {
      const deep = (root: Document | ShadowRoot): Element[] =>
        [...root.querySelectorAll("*")].flatMap((one) =>
          one.shadowRoot ? [one, ...deep(one.shadowRoot)] : [one],
        );
      const rows = deep(document).filter((one): one is HTMLElement => one.localName === "tr");
      const row = rows.find(({ innerText }) => innerText.includes(host) && innerText.includes(action));
      const link =
        row && [...row.querySelectorAll<HTMLElement>("div")].find((one) => one.innerText === action);
      link?.click();
      return row?.innerText ?? "";
    },
    new URL(url).host,
    action,
  );

test("a tab that was discarded and is loaded again: a page view of its own, and nothing is seen before it is shown", async ({
  site,
  relay,
}) => {
  site.page("/", {
    tag: { pageviews: "auto", viewability: "0.5/300" },
    body: `<div class="box" data-track-game="1"></div>
      <script>addEventListener("load", () => fetch(document.wasDiscarded ? "/was-discarded" : "/loaded"))</script>`,
  });
  for (const file of ["/loaded", "/was-discarded"]) site.file(file, "");
  const chromium = await startChromium(site.origin);
  try {
    await expect.poll(() => idsOf(relay.events(), "impressions:games")).toEqual(["1"]);
    const browser = await connect(chromium.endpoint);
    const discards = await openDiscards(browser);
    await expect.poll(() => act(discards, site.origin, "[Urgent Discard]")).toContain("discarded");
    await expect.poll(() => act(discards, site.origin, "[Load]")).toContain("loaded");
    await expect.poll(() => site.requests).toContain("GET /was-discarded");
    await expect.poll(() => ofType(relay.events(), "impressions:page")).toHaveLength(2);
    // It is loaded behind the other tab: nothing in it is seen before that one is gone.
    expect(idsOf(relay.events(), "impressions:games")).toEqual(["1"]);
    await discards.close();
    await expect.poll(() => idsOf(relay.events(), "impressions:games")).toEqual(["1", "1"]);
    await browser.disconnect();
  } finally {
    await chromium.close();
  }
});
