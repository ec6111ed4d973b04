import { captureInPage } from "./captured.js";
import { expect, test } from "./fixtures.js";

/** Enough to have touched most matches on the screen. */
const MOVES = 40;

test("odds that tick make no events: each thing is seen once, however often its price moves", async ({
  page,
}) => {
  const captured = await captureInPage(page);
  await page.goto("/");
  await page.evaluate(() => {
    const moved: string[] = [];
    Object.assign(window, { moved });
    new MutationObserver((records) => {
      for (const { target } of records) {
        const cell = (target as Element).closest?.("[data-price-of]");
        const event = cell?.closest("main [data-track-event]");
        if (cell && event) moved.push(event.getAttribute("data-track-event") as string);
      }
    }).observe(document.body, { childList: true, subtree: true });
  });
  const moved = () => page.evaluate(() => (window as unknown as { moved: string[] }).moved);
  await expect.poll(async () => (await moved()).length, { timeout: 30_000 }).toBeGreaterThan(MOVES);

  const seen = await captured();
  const keys = seen.map(({ type, location, ids }) => `${type} ${location} ${ids.join()}`);
  expect(keys.length).toBeGreaterThan(5);
  expect(keys).toEqual([...new Set(keys)]);
  expect(seen.filter(({ type }) => !/impressions?:/.test(type))).toEqual([]);
  // And it was these very matches whose prices moved.
  const matches = seen.flatMap(({ type, ids }) => (type === "impressions:events" ? ids : []));
  expect((await moved()).filter((id) => matches.includes(id)).length).toBeGreaterThan(0);
});
