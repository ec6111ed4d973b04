import type { Page } from "@playwright/test";
import { hide, show } from "../../support/tabs.js";
import { expect, stay, test } from "./fixtures.js";

const DWELL = 1000;

const minimise = async (tab: Page, windowState: "minimized" | "normal") => {
  const session = await tab.context().newCDPSession(tab);
  const { windowId } = await session.send("Browser.getWindowForTarget");
  await session.send("Browser.setWindowBounds", { windowId, bounds: { windowState } });
  await expect.poll(() => tab.evaluate(() => document.hidden)).toBe(windowState === "minimized");
};

/** How a page goes out of sight for longer than the dwell, and comes back. */
const WAYS: Record<string, (tab: Page) => Promise<void>> = {
  async "a tab in the background"(tab) {
    const other = await hide(tab);
    await stay(other, DWELL + 500);
    await show(tab);
  },

  async "a window that is minimised"(tab) {
    await minimise(tab, "minimized");
    await stay(tab, DWELL + 500);
    await minimise(tab, "normal");
  },

  async "a page that is frozen and resumed"(tab) {
    const other = await hide(tab);
    const session = await tab.context().newCDPSession(tab);
    await session.send("Page.setWebLifecycleState", { state: "frozen" });
    await stay(other, DWELL + 500);
    await session.send("Page.setWebLifecycleState", { state: "active" });
    await show(tab);
  },
};

for (const [name, goAway] of Object.entries(WAYS))
  test(`${name}: its time does not count`, async ({ shown, relay, expectTrue }) => {
    await stay(shown, DWELL + 500);
    // Other matches come into view for a moment before and after.
    await shown.evaluate(() => scrollTo(0, 400));
    await stay(shown, 200);
    await goAway(shown);
    await stay(shown, 200);
    await expectTrue(`the top for long, what is below it for a moment, ${name}, a moment again`);
    expect(await relay.metric("tracktag_duplicates_total")).toBe(0);
  });
