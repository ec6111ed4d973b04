import type { WireEvent } from "../../../src/types.js";
import { startChromium } from "../../support/chromium.js";
import { ofType } from "../../support/events.js";
import { toHtml } from "../../support/page.js";
import type { Site } from "../../support/site.js";
import { expect as baseExpect, test } from "../fixtures.js";

const expect = baseExpect.configure({ timeout: 15_000 });

const TAG = { pageviews: "auto", viewability: "0.5/600" };

/** The first page has the second one prerendered, waits for longer than the dwell, and goes to one of them. */
function serveTo(site: Site, destination: string): void {
  site.file(
    "/",
    toHtml({
      tag: TAG,
      head: '<script type="speculationrules">{ "prerender": [{ "urls": ["/second"], "eagerness": "immediate" }] }</script>',
      body: `<script>
        const isLoaded = async () => (await (await fetch("/is-loaded", { cache: "no-store" })).text()) === "yes";
        const look = async () => (await isLoaded()) ? setTimeout(() => location.href = "${destination}", 1500) : setTimeout(look, 50);
        look();</script>`,
    }),
  );
  site.file("/is-loaded", "no");
  const box = (id: string) => `<div class="box" data-track-game="${id}"></div>`;
  site.page("/second", {
    tag: TAG,
    body: `${box("second")}<script>addEventListener("load", () => fetch(document.prerendering ? "/prerendered" : "/shown"))</script>`,
  });
  site.page("/third", { tag: TAG, body: box("third") });
  for (const file of ["/prerendered", "/shown"]) site.file(file, "");
}

const timeOf = (events: WireEvent[], type: string) => Date.parse(ofType(events, type)[0]?.timestamp ?? "");

for (const [what, destination] of [
  ["that is shown in the end: its time begins then", "/second"],
  ["that is never shown: nothing of it counts, not even the page", "/third"],
] as const)
  test(`a prerendered page ${what}`, async ({ site, relay }) => {
    serveTo(site, destination);
    const browser = await startChromium(site.origin);
    try {
      await expect.poll(() => site.requests).toContain("GET /prerendered");
      site.file("/is-loaded", "yes");
      const ofPage = (page: string) => relay.events().filter(({ data }) => data.page === page);
      await expect.poll(() => ofType(ofPage(destination), "impressions:games")).toHaveLength(1);
      const events = ofPage(destination);
      const dwell = timeOf(events, "impressions:games") - timeOf(events, "impressions:page");
      expect(dwell).toBeGreaterThanOrEqual(599);
      expect(timeOf(events, "impressions:page")).toBeGreaterThan(
        timeOf(ofPage("/"), "impressions:page") + 1500,
      );
      if (destination !== "/second") expect(ofPage("/second")).toEqual([]);
    } finally {
      await browser.close();
    }
  });
