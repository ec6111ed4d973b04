import { deviceOf } from "../../src/user-agent.js";
import { namesIn, serveFull, vitalsIn } from "../support/full.js";
import { startTestRelay } from "../support/relay.js";
import { test as base, expect } from "./fixtures.js";

/** The full build on the demo's pages, in every engine. */
const test = base.extend({
  relay: async ({ site }, use) => {
    const relay = await startTestRelay({ demo: true, origins: [site.origin] });
    site.relayUrl = relay.url;
    serveFull(site);
    await use(relay);
    await relay.close();
  },
});

/** What the browser tells of how a page is felt: the metrics are made of these. */
const ENTRIES = ["event", "largest-contentful-paint", "layout-shift", "paint", "soft-navigation"];

interface Support {
  /** Those of the entries that it has. */
  entries: string[];
  metrics: string[];
  /** What `navigation_type` its metrics have. */
  navigations: string[];
}

/** Which metrics a page has that was clicked and left, and after how many navigations. */
const SUPPORT: Record<string, Support> = {
  chromium: {
    entries: ENTRIES,
    metrics: ["CLS", "CLS", "FCP", "FCP", "INP", "LCP", "LCP", "TTFB", "TTFB"],
    navigations: ["navigate", "soft-navigation"],
  },
  firefox: {
    entries: ["event", "largest-contentful-paint", "paint"],
    metrics: ["FCP", "INP", "LCP", "TTFB"],
    navigations: ["navigate"],
  },
  webkit: { entries: ["paint"], metrics: ["FCP", "TTFB"], navigations: ["navigate"] },
};

/** Where the link to the casino is, in a window of 1440 × 900. */
const CASINO = [345, 32] as const;

test("limitation: Firefox has no CLS, WebKitGTK neither that nor INP nor LCP, and both none of a client-side navigation", async ({
  site,
  relay,
  tab,
  engineName,
}) => {
  const { entries, metrics, navigations } = SUPPORT[engineName] as Support;
  const types = () => relay.events().map(({ event_type, data }) => `${event_type} ${data.page}`);
  // A page that lets a driver run its scripts; the demo's policy forbids it.
  site.page("/blank", { tag: null });
  await tab.open(`${site.origin}/blank`);
  await tab.resize(1440, 900, 1);
  const supported = await tab.evaluate<string[]>("PerformanceObserver.supportedEntryTypes");
  expect(ENTRIES.filter((type) => supported.includes(type))).toEqual(entries);
  await tab.open(`${site.origin}/`);
  await expect.poll(() => namesIn(relay.events())).toEqual(["FCP", "TTFB"]);
  await tab.click(...CASINO);
  await expect.poll(types).toContain("impressions:page /casino");
  await tab.open(`${site.origin}/favicon.ico`);
  await expect.poll(() => namesIn(relay.events())).toEqual(metrics);
  const told = vitalsIn(relay.events()).map(({ data }) => data);
  expect([...new Set(told.map(({ navigation_type }) => navigation_type))].sort()).toEqual(navigations);
  for (const { navigation_type, page } of told)
    expect(page).toBe(navigation_type === "soft-navigation" ? "/casino" : "/");
});

test("the page and the relay derive the same device", async ({ site, relay, tab }) => {
  await tab.open(`${site.origin}/`);
  await expect.poll(() => relay.batches().length).toBeGreaterThan(0);
  const [{ device, user_agent = "" } = {}] = relay.batches();
  expect(device).toMatchObject({ browser: expect.any(String), os: "Linux" });
  expect(device).toEqual(JSON.parse(JSON.stringify(deviceOf(user_agent))));
});
