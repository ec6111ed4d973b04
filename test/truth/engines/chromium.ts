import type { Page } from "@playwright/test";
import { hide, openTabs, show } from "../../support/tabs.js";
import type { Engine } from "./engine.js";

/** Chromium, by Playwright, with real tabs. */
export async function startChromium(): Promise<Engine> {
  const { context, close } = await openTabs();
  return {
    version: `Chromium ${context.browser()?.version()}`,
    async newPage() {
      const page = await context.newPage();
      await page.bringToFront();
      const cdp = await context.newCDPSession(page);
      let front: Page | undefined;
      return {
        async open(url) {
          await page.goto(url);
          // A wheel that turns too far to the side goes back in history: not to the blank page before the first.
          await cdp.send("Page.resetNavigationHistory");
        },
        evaluate: (expression) => page.evaluate(expression),
        async wheel(x, y, right, down) {
          await page.mouse.move(x, y);
          await page.mouse.wheel(right, down);
        },
        click: (x, y) => page.mouse.click(x, y),
        async resize(width, height, zoom) {
          await cdp.send("Emulation.setDeviceMetricsOverride", {
            width: Math.round(width / zoom),
            height: Math.round(height / zoom),
            deviceScaleFactor: zoom,
            mobile: false,
          });
        },
        async hide() {
          front = await hide(page);
        },
        async show() {
          await front?.close();
          await show(page);
        },
        close: () => page.close(),
      };
    },
    close,
  };
}
