import type { Page } from "@playwright/test";

/** Stops the page's clock and timers, before the page is opened: from now on `page.clock.runFor` moves them. */
export async function stopClock(page: Page): Promise<void> {
  const now = Date.now();
  await page.clock.install({ time: now });
  // It cannot be stopped in its past, and runs until it is: on a busy machine for a while.
  await page.clock.pauseAt(now + 600_000);
}
