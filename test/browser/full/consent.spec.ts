import type { Page } from "@playwright/test";
import { expect, test } from "../../support/fixtures.js";
import { FULL, namesIn } from "../../support/full.js";
import { push } from "../../support/tracker.js";

const BODY = "<p>painted</p>";

/** Waits until the browser has told its observers of the first paint, and a task more: TTFB waits for that. */
const painted = (page: Page) =>
  page.evaluate(
    () =>
      new Promise<void>((resolve) =>
        new PerformanceObserver((list) => {
          if (list.getEntriesByName("first-contentful-paint")[0] && document.readyState === "complete")
            setTimeout(setTimeout, 0, resolve);
        }).observe({ type: "paint", buffered: true }),
      ),
  );

test("denied: no metric is captured", async ({ visit, page, flushed, stats, site }) => {
  await visit({ script: FULL, tag: { consent: "denied" }, body: BODY });
  await painted(page);
  expect(await stats()).toMatchObject({ captured: 0 });
  expect(site.posts).toEqual([]);
  await push(page, ["consent", true]);
  expect(namesIn(await flushed())).toEqual([]);
});

test("required: the metrics are held, and sent with the rest once it is given", async ({
  visit,
  page,
  flushed,
  site,
}) => {
  await visit({ script: FULL, tag: { consent: "required" }, body: BODY });
  await painted(page);
  expect(site.posts).toEqual([]);
  await push(page, ["consent", true]);
  expect(namesIn(await flushed())).toEqual(["FCP", "TTFB"]);
});
