import { test as base, expect } from "../../support/fixtures.js";
import { namesIn, serveFull } from "../../support/full.js";
import { hide, openTabs, show } from "../../support/tabs.js";

/** On the demo's pages, in real tabs of one window. */
const test = base.extend<{ tabs: Awaited<ReturnType<typeof openTabs>> }>({
  tabs: async ({ relay: _ }, use) => {
    const tabs = await openTabs();
    await use(tabs);
    await tabs.close();
  },
});
test.use({ relayOptions: { demo: true } });

test("what is not known before is told when the tab is hidden, by beacons, and not again", async ({
  tabs,
  site,
  relay,
}) => {
  serveFull(site);
  const tab = await tabs.context.newPage();
  await tab.goto(site.origin);
  await expect.poll(() => namesIn(relay.events())).toEqual(["FCP", "TTFB"]);
  await hide(tab);
  await expect.poll(() => namesIn(relay.events())).toEqual(["CLS", "FCP", "LCP", "TTFB"]);
  expect(
    namesIn(site.posts.filter(({ isBeacon }) => isBeacon).flatMap(({ envelope }) => envelope.events)),
  ).toEqual(["CLS", "LCP"]);
  await show(tab);
  // Something that was not expected shifts what is there: CLS grows.
  await tab.evaluate(async () => {
    const shifted = new Promise<void>((resolve) =>
      new PerformanceObserver(() => resolve()).observe({ type: "layout-shift" }),
    );
    document.body.style.paddingTop = "200px";
    await shifted;
  });
  await hide(tab);
  await tab.evaluate(() => {
    window.tracktag?.push(["track", "custom", { name: "last" }]);
  });
  await expect.poll(() => relay.events().some(({ data }) => data.name === "last")).toBe(true);
  expect(namesIn(relay.events())).toEqual(["CLS", "FCP", "LCP", "TTFB"]);
});
