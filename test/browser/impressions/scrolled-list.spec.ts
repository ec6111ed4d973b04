import { expect, idsOf, ofType, test } from "../../support/fixtures.js";

test("a list of 300 matches scrolled from top to bottom: each that was really seen once, in one event a flush", async ({
  visit,
  page,
  relay,
  received,
}) => {
  test.setTimeout(60_000);
  const row = (_: unknown, id: number) => `<div class="row" data-track-event="${id}">Match ${id}</div>`;
  await visit({
    tag: { viewability: "0.5/100", "flush-interval": "250" },
    head: "<style>.row { height: 60px; box-sizing: border-box; border-bottom: 1px solid }</style>",
    body: `<div data-track-location="live:list">${Array.from({ length: 300 }, row).join("")}</div>`,
  });
  const ids = () => idsOf(relay.events(), "impressions:events") as number[];
  const inView = () =>
    page.evaluate(() => {
      const { scrollY, innerHeight } = window;
      const isIn = (row: HTMLElement) =>
        Math.min(row.offsetTop + 60, scrollY + innerHeight) - Math.max(row.offsetTop, scrollY) >= 30;
      return [...document.querySelectorAll<HTMLElement>(".row")]
        .filter(isIn)
        .map((row) => +(row.dataset.trackEvent ?? ""));
    });
  const end = await page.evaluate(() => document.documentElement.scrollHeight - innerHeight);
  const wanted = new Set<number>();
  // The middle rushes past: what is there is not seen.
  const stops = [0, 500, 1000, 1500, 1530, 2100, end - 2400, end - 1200, end - 600, end];
  for (const top of stops) {
    await page.evaluate((top) => scrollTo({ top, behavior: "instant" }), top);
    for (const id of await inView()) wanted.add(id);
    await expect.poll(() => [...wanted].filter((id) => !ids().includes(id))).toEqual([]);
  }
  expect(wanted.size).toBeLessThan(200);
  await received({ event_type: "impressions:events" });
  expect(ids().sort((a, b) => a - b)).toEqual([...wanted].sort((a, b) => a - b));
  for (const { events } of relay.batches())
    expect(ofType(events, "impressions:events").length).toBeLessThanOrEqual(1);
});
