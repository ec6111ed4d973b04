import type { Page } from "@playwright/test";

/** Stops the page's clock and timers, before the page is opened: from now on `page.clock.runFor` moves them. */
export async function stopClock(page: Page): Promise<void> {
  const now = Date.now();
  await page.clock.install({ time: now });
  await page.clock.pauseAt(now + 1);
}
