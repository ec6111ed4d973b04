import { expect, odds, rows, test } from "./fixtures.js";

test.use({ viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true });

for (const path of ["/", "/live", "/casino", "/league/1000093652"]) {
  test(`${path} fits a phone, and a thumb`, async ({ page }) => {
    await page.goto(path);
    await expect(page.locator("main [data-track-event], main [data-track-game]").first()).toBeVisible();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);

    // A link whose whole card is its target is as large as the card.
    const small = await page
      .locator("a:visible:not(.stretched, .skip), button:visible, input:visible")
      .evaluateAll((targets) =>
        targets
          .map((target) => ({ text: target.textContent, box: target.getBoundingClientRect() }))
          .filter(({ box }) => box.width < 43.9 || box.height < 43.9)
          .map(({ text, box }) => `${text}: ${box.width} x ${box.height}`),
      );
    expect(small).toEqual([]);
  });
}

test("the page is free until the handle is pressed, and stays usable beside the sheet", async ({ page }) => {
  await page.goto("/");
  await expect(page.locator(".drawer-panel")).toBeHidden();
  const handle = page.locator(".drawer-handle");
  await expect.poll(async () => Number(await handle.locator("b").textContent())).toBeGreaterThan(1);
  await handle.tap();
  await expect(rows(page, "impressions:page").first()).toBeVisible();
  await page.locator(".sport-chip").first().tap();
  await expect(page).toHaveURL(/\/sport\/football$/);
  await expect(rows(page, "clicks:sport").first()).toBeVisible();
  await page.getByRole("button", { name: "Collapse" }).tap();
  await expect(page.locator(".drawer-panel")).toBeHidden();
});

test("a ticket by thumb: odds, slip, place; and the tab bar", async ({ page, feed }) => {
  await page.goto("/");
  await odds(page, 0).tap();
  const bar = page.locator(".slip-bar");
  await expect(bar).toHaveAttribute("aria-expanded", "false");
  await bar.tap();
  await page.getByRole("button", { name: "Place ticket" }).tap();
  await expect(bar).toBeHidden();
  await page.locator(".tab-bar").getByRole("link", { name: "Casino" }).tap();
  await expect(page).toHaveURL(/\/casino$/);
  await expect
    .poll(() => feed.received.map(({ event }) => event.event_type))
    .toEqual(
      expect.arrayContaining([
        "clicks:outcome",
        "engagement:add_bet",
        "engagement:place_ticket",
        "clicks:menu-item",
      ]),
    );
});
