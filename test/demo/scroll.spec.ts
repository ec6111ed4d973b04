import type { Page } from "@playwright/test";
import { captureInPage } from "./captured.js";
import { expect, ofType, test } from "./fixtures.js";

const MATCHES = 300;
/** Less than the height of the viewport, so that no row is left out. */
const STEP = 1500;

test.use({ viewport: { width: 1440, height: 1800 } });

/** The ids of the matches of which at least half is in the viewport. */
const inView = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll("main [data-track-event]")]
      .filter((row) => {
        const { top, bottom, height } = row.getBoundingClientRect();
        return Math.min(bottom, innerHeight) - Math.max(top, 0) >= height / 2;
      })
      .map((row) => row.getAttribute("data-track-event") as string),
  );

const idsOf = (events: { ids: string[] }[]) => events.flatMap(({ ids }) => ids);

test("a list of 300 matches, scrolled from top to bottom: each once, in one event a flush", async ({
  page,
  feed,
}) => {
  test.setTimeout(120_000);
  const captured = await captureInPage(page);
  const matches = async () =>
    idsOf(
      (await captured())
        .filter(({ location }) => location === "live:list")
        .filter(({ type }) => type === "impressions:events"),
    );
  await page.goto("/live");
  await expect(page.locator("main [data-track-event]")).toHaveCount(MATCHES);
  const end = await page.evaluate(() => document.documentElement.scrollHeight - innerHeight);
  await page.mouse.move(500, 900);

  const seen = new Set<string>();
  for (let top = 0; ; top = Math.min(top + STEP, end)) {
    await expect.poll(() => page.evaluate(() => Math.round(scrollY))).toBe(top);
    const now = await inView(page);
    for (const id of now) seen.add(id);
    await expect.poll(async () => (await matches()).filter((id) => now.includes(id)).length).toBe(now.length);
    if (top === end) break;
    await page.mouse.wheel(0, STEP);
  }
  expect(seen.size).toBe(MATCHES);
  expect((await matches()).sort()).toEqual([...seen].sort());

  const events = () =>
    ofType(feed, "impressions:events").filter(({ event }) => event.data.location === "live:list");
  const ids = () =>
    events().flatMap(({ event }) => (event.data.events as { id: number }[]).map(({ id }) => String(id)));
  await expect.poll(() => ids().length).toBeGreaterThanOrEqual(MATCHES);
  expect(ids().sort()).toEqual([...seen].sort());
  // One request, one event: the requests are told apart by the moment of their arrival.
  const arrivals = events().map(({ at }) => at);
  expect(arrivals).toEqual([...new Set(arrivals)]);
});

test("matches that rush past are not seen", async ({ page }) => {
  const captured = await captureInPage(page);
  await page.goto("/live");
  const all = await page
    .locator("main [data-track-event]")
    .evaluateAll((rows) => rows.map((row) => row.getAttribute("data-track-event") as string));
  const seen = async () => new Set(idsOf(await captured()));
  await expect.poll(async () => (await seen()).has(all[0] as string)).toBe(true);
  // Two frames for each stretch: long enough to be drawn, far too short to be seen.
  await page.evaluate(async () => {
    const frame = () => new Promise(requestAnimationFrame);
    for (let before = -1; before !== scrollY; await frame(), await frame()) {
      before = scrollY;
      scrollBy({ top: 1500, behavior: "instant" });
    }
  });
  await expect.poll(async () => (await seen()).has(all.at(-1) as string)).toBe(true);
  const now = await seen();
  expect(all.slice(60, 240).filter((id) => now.has(id))).toEqual([]);
});
