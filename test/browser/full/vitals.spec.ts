import type { Page } from "@playwright/test";
import { expect, test } from "../../support/fixtures.js";
import { namesIn, serveFull, vitalsIn } from "../../support/full.js";

/** On the demo's pages. */
test.use({ relayOptions: { demo: true }, viewport: { width: 1440, height: 900 } });

const ALL = ["CLS", "FCP", "INP", "LCP", "TTFB"];

test.beforeEach(async ({ site, page, relay }) => {
  serveFull(site);
  await page.goto("/");
  // What comes first is told when the page has loaded and painted.
  await expect.poll(() => namesIn(relay.events())).toEqual(["FCP", "TTFB"]);
});

/** A click whose time is measured, and is known to the observers. */
async function interact(page: Page): Promise<void> {
  const measured = page.evaluate(
    () =>
      new Promise<void>((resolve) =>
        new PerformanceObserver((list) => {
          if (list.getEntries().some((entry) => "interactionId" in entry && entry.interactionId)) resolve();
        }).observe({ type: "event", durationThreshold: 16 } as PerformanceObserverInit),
      ),
  );
  await page.locator("main .odds").first().click();
  await measured;
}

test("five metrics a page view, each once, with what explains them", async ({ page, relay, received }) => {
  await interact(page);
  await received(({ data }) => data.name === "LCP");
  await page.goto("about:blank");
  await expect.poll(() => namesIn(relay.events())).toEqual(ALL);
  for (const { event_type, data } of vitalsIn(relay.events())) {
    expect([event_type, data]).toEqual([
      "custom",
      {
        name: expect.any(String),
        value: expect.any(Number),
        rating: expect.stringMatching(/^(good|needs-improvement|poor)$/),
        navigation_type: "navigate",
        attribution: expect.any(Object),
        page: "/",
        location: "page:default",
        channel: "desktop",
        brand: "Northbet",
      },
    ]);
  }
});

const EXPLAINED: Record<string, string[]> = {
  CLS: ["largestShiftTarget", "largestShiftTime", "largestShiftValue", "loadState"],
  FCP: ["firstByteToFCP", "loadState", "timeToFirstByte"],
  INP: ["inputDelay", "interactionTarget", "interactionType", "presentationDelay", "processingDuration"],
  LCP: ["elementRenderDelay", "resourceLoadDelay", "resourceLoadDuration", "target", "timeToFirstByte"],
  TTFB: ["cacheDuration", "connectionDuration", "dnsDuration", "requestDuration", "waitingDuration"],
};

test("a click right before the page is left is told, too, and the attribution is numbers and text", async ({
  page,
  relay,
}) => {
  await interact(page);
  await page.goto("about:blank");
  await expect.poll(() => namesIn(relay.events())).toEqual(ALL);
  for (const { data } of vitalsIn(relay.events())) {
    const attribution = data.attribution as Record<string, unknown>;
    expect(Object.keys(attribution)).toEqual(expect.arrayContaining(EXPLAINED[`${data.name}`] ?? []));
    for (const value of Object.values(attribution)) expect(typeof value).toMatch(/^(number|string)$/);
  }
});

test("a soft navigation has metrics of its own, and those of before keep their page", async ({
  page,
  relay,
  received,
}) => {
  await page.locator('header a[href="/casino"]').click();
  await received(({ data }) => data.name === "FCP" && data.navigation_type === "soft-navigation");
  await page.goto("about:blank");
  await expect.poll(() => namesIn(relay.events())).toEqual([...ALL, "CLS", "FCP", "LCP", "TTFB"].sort());
  const pages = vitalsIn(relay.events()).map(({ data }) => `${data.navigation_type} ${data.page}`);
  expect(new Set(pages)).toEqual(new Set(["navigate /", "soft-navigation /casino"]));
});

test("a return from the back/forward cache is a page view with metrics of its own", async ({
  page,
  relay,
}) => {
  const restored = () =>
    namesIn(relay.events().filter(({ data }) => data.navigation_type === "back-forward-cache"));
  await page.goto("about:blank");
  await page.goBack({ waitUntil: "commit" });
  await expect.poll(restored).toEqual(["FCP", "LCP", "TTFB"]);
});
