import { idsOf } from "../../support/events.js";
import { expect, stay, test } from "./fixtures.js";

const LONG = 1600;

test("a page that comes back from the back/forward cache is seen anew; the page between has its own", async ({
  shown,
  site,
  relay,
  expectTrue,
}) => {
  await stay(shown, LONG);
  await shown.goto(`${site.origin}/next`);
  await stay(shown, LONG);
  await shown.goBack({ waitUntil: "commit" });
  await expect.poll(() => shown.evaluate(() => location.pathname)).toBe("/");
  await stay(shown, LONG);
  await expectTrue("there, on, and back");
  // It was not loaded again.
  expect(site.requests.filter((request) => request === "GET /")).toHaveLength(1);
  const views = relay.events().filter(({ event_type }) => event_type === "impressions:page");
  expect(views.map(({ data }) => data.page)).toEqual(["/", "/next", "/"]);
  expect(idsOf(relay.events(), "impressions:events").filter((id) => id === 1)).toHaveLength(3);
});
