import type { Page } from "@playwright/test";
import type { Command } from "../../src/commands.js";
import type { Tracker } from "../../src/tracker.js";

/** Gives the page's script these commands, as a site does it. */
export const push = (page: Page, ...commands: Command[]): Promise<void> =>
  page.evaluate((commands) => window.tracktag?.push(...commands) as undefined, commands);

/** Tracks a custom event for each number, which is in its `data.n`. */
export const track = (page: Page, ...numbers: number[]): Promise<void> =>
  push(page, ...numbers.map((n): Command => ["track", "custom", { n }]));

/** Resolves when all that is queued has been sent or kept. */
export const flush = (page: Page): Promise<void> => page.evaluate(() => (window.tracktag as Tracker).flush());
