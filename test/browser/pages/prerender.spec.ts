import { startChromium } from "../../support/chromium.js";
import { expect, test } from "../../support/fixtures.js";
import { toHtml } from "../../support/page.js";

test("prerendering: nothing counts, until the page is shown", async ({ site, relay, received }) => {
  site.file(
    "/",
    toHtml({
      tag: { page: "/first" },
      head: '<script type="speculationrules">{ "prerender": [{ "urls": ["/next"], "eagerness": "immediate" }] }</script>',
      // Nobody can click here: the page asks the site when it is time to go.
      body: `<script>setInterval(async () => {
        const answer = await (await fetch("/go", { cache: "no-store" })).text();
        if (answer === "go") location.href = "/next";
        if (answer === "marker") tracktag.track("custom", { name: "marker" });
      }, 50)</script>`,
    }),
  );
  site.file("/go", "");
  site.file(
    "/next",
    toHtml({
      tag: { pageviews: "auto", page: "/next" },
      // By the load event the script has run.
      body: `<div class="box" data-track-game="1"></div><script>
        addEventListener("load", () => fetch("/loaded"));
        document.addEventListener("prerenderingchange", () => fetch("/shown"));</script>`,
    }),
  );
  site.file("/loaded", "");
  site.file("/shown", "");
  const process = await startChromium(site.origin);
  try {
    await expect.poll(() => site.requests).toContain("GET /loaded");
    site.file("/go", "marker");
    await received({ event_type: "custom" });
    expect(relay.events().filter(({ data }) => data.page === "/next")).toEqual([]);
    const shown = Date.now();
    site.file("/go", "go");
    const { timestamp } = await received({ event_type: "impressions:games", data: { page: "/next" } });
    await received({
      event_type: "impressions:page",
      data: { page: "/next", previous_location: `${site.origin}/` },
    });
    expect(Date.parse(timestamp)).toBeGreaterThanOrEqual(shown);
    // It was really prerendered.
    expect(site.requests).toContain("GET /shown");
    expect(site.requests.filter((request) => request === "GET /next")).toHaveLength(1);
  } finally {
    await process.close();
  }
});
