import { expect, test } from "./fixtures.js";

/** What two machines' fonts may differ by. The threshold is low because the site is dark: a card differs from the night behind it by little. */
const TOLERANCE = { maxDiffPixelRatio: 0.08, threshold: 0.04 };

const PAGES = { home: "/", live: "/live", casino: "/casino" };
const SCREENS = { desktop: { width: 1440, height: 900 }, phone: { width: 390, height: 844 } };

test.use({ locale: "en-GB", timezoneId: "UTC", colorScheme: "dark" });

for (const [name, path] of Object.entries(PAGES)) {
  for (const [screen, viewport] of Object.entries(SCREENS)) {
    test(`${name} on a ${screen}`, async ({ page }) => {
      await page.setViewportSize(viewport);
      await page.goto(`${path}?still`);
      await expect(page.locator("main h1")).toBeAttached();
      // The counter on the handle is the only thing that moves on a still page.
      await expect(page).toHaveScreenshot(`${name}-${screen}.png`, {
        ...TOLERANCE,
        mask: [page.locator(".drawer-handle")],
      });
    });
  }
}
