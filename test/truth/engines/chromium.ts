import { chromium } from "@playwright/test";
import { browserPath } from "../../../scripts/browser.mjs";
import { CHROMIUM_FLAGS } from "../../support/chromium-flags.js";
import type { Engine } from "./engine.js";

/** Chromium, by Playwright. */
export async function startChromium(): Promise<Engine> {
  const browser = await chromium.launch({ executablePath: browserPath(), args: CHROMIUM_FLAGS });
  return {
    version: `Chromium ${browser.version()}`,
    async newPage() {
      const page = await browser.newPage();
      const cdp = await page.context().newCDPSession(page);
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
        close: () => page.close(),
      };
    },
    close: () => browser.close(),
  };
}
