import { stopClock } from "../../support/clock.js";
import { expect, numbersOf, test } from "../../support/fixtures.js";
import { track } from "../../support/tracker.js";

test("without a network nothing is tried again; when it is back, all is sent by itself", async ({
  visit,
  page,
  context,
  relay,
}) => {
  await stopClock(page);
  await visit({ tag: { "flush-interval": "1000" } });
  let failed = 0;
  page.on("requestfailed", () => failed++);
  await context.setOffline(true);
  await track(page, 1);
  await page.clock.runFor(1000);
  await expect.poll(() => failed).toBe(1);
  // Longer than any pause between two attempts.
  await page.clock.runFor(3_600_000);
  expect(failed).toBe(1);
  await context.setOffline(false);
  await page.waitForFunction(() => navigator.onLine);
  await page.clock.runFor(1000);
  await expect.poll(() => numbersOf(relay.events())).toEqual([1]);
});
