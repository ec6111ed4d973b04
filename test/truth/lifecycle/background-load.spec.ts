import type { Tracker } from "../../../src/tracker.js";
import { hide } from "../../support/tabs.js";
import { expect, test } from "./fixtures.js";

// The relay would tell copies apart; a backend that is addressed directly could not.
test("a page that loads in the background sends its page view once", async ({ tabs, site, relay }) => {
  site.page("/", { tag: { pageviews: "auto" } });
  const tab = await tabs.newPage();
  await hide(tab);
  await tab.goto(site.origin);
  await expect.poll(() => relay.events()).toHaveLength(1);
  await tab.evaluate(() => (window.tracktag as Tracker).flush());
  expect(site.posts).toHaveLength(1);
});
