import type { Page } from "@playwright/test";
import { expect, idsOf, ofType, test } from "../../support/fixtures.js";
import { push } from "../../support/tracker.js";

const BODY = '<button class="box" id="x" data-track-game="1">x</button>';

/** Says it in the very task in which the impression of what is in view has become due: no frame has told of it. */
const consentWhenDue = (page: Page, granted: boolean) =>
  page.evaluate(async (granted) => {
    // The script observes it already, and hears of it first.
    await new Promise((resolve) =>
      new IntersectionObserver(resolve).observe(document.querySelector("#x") as Element),
    );
    const now = performance.now();
    while (performance.now() < now + 1100);
    window.tracktag?.push(["consent", granted]);
    return new Date().toISOString();
  }, granted);

test("data-consent=denied: what was seen for long enough before consent(true), and of which no frame has told, is not sent", async ({
  visit,
  page,
  flushed,
}) => {
  await visit({ tag: { consent: "denied", viewability: "mrc" }, body: BODY });
  const granted = await consentWhenDue(page, true);
  await page.click("#x");
  const seen = ofType(await flushed(), "impressions:games");
  expect(seen).toHaveLength(1);
  expect(`${seen[0]?.timestamp}` >= granted).toBe(true);
});

test("consent(false): what was seen for long enough before it is dropped, and counts anew after consent(true)", async ({
  visit,
  page,
  flushed,
  stats,
}) => {
  await visit({ tag: { viewability: "mrc" }, body: BODY });
  await consentWhenDue(page, false);
  expect(await stats()).toMatchObject({ queued: 0, sent: 0, dropped: { consent: 1 } });
  const granted = await consentWhenDue(page, true);
  await page.click("#x");
  const seen = ofType(await flushed(), "impressions:games");
  expect(seen).toHaveLength(1);
  expect(`${seen[0]?.timestamp}` >= granted).toBe(true);
});

for (const repeat of ["pageview", "session"])
  test(`data-consent=denied, data-repeat=${repeat}: what was seen before consent(true) counts after it`, async ({
    visit,
    page,
    flushed,
  }) => {
    await visit({ tag: { consent: "denied", viewability: "mrc", repeat }, body: BODY });
    const granted = await consentWhenDue(page, true);
    await expect.poll(async () => idsOf(await flushed(), "impressions:games")).toEqual(["1"]);
    const [seen] = ofType(await flushed(), "impressions:games");
    expect(`${seen?.timestamp}` >= granted).toBe(true);
  });

test("data-consent=denied, data-repeat=session: what was seen before consent(true), and has gone, is never stored", async ({
  visit,
  page,
  flushed,
}) => {
  await visit({ tag: { consent: "denied", repeat: "session" }, body: BODY });
  await page.click("#x");
  await page.evaluate(() => document.querySelector("#x")?.remove());
  await push(page, ["consent", true]);
  expect(ofType(await flushed(), "impressions:games")).toEqual([]);
  expect(await page.evaluate(() => JSON.stringify(localStorage))).not.toContain("impressions:games");
});

test("consent(false), data-repeat=session: what counted before it counts for the visitor after it", async ({
  visit,
  page,
  flushed,
}) => {
  await visit({ tag: { repeat: "session" }, body: BODY });
  await expect.poll(async () => idsOf(await flushed(), "impressions:games")).toEqual(["1"]);
  await push(page, ["consent", false], ["consent", true]);
  await expect.poll(async () => idsOf(await flushed(), "impressions:games")).toEqual(["1", "1"]);
});
