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
      return {
        open: async (url) => void (await page.goto(url)),
        evaluate: (expression) => page.evaluate(expression),
        async wheel(x, y, right, down) {
          await page.mouse.move(x, y);
          await page.mouse.wheel(right, down);
        },
        click: (x, y) => page.mouse.click(x, y),
        resize: (width, height) => page.setViewportSize({ width, height }),
        close: () => page.close(),
      };
    },
    close: () => browser.close(),
  };
}
