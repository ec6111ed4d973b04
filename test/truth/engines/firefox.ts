import puppeteer, { type Page } from "puppeteer-core";
import type { Engine } from "./engine.js";

/** Debian's Firefox ESR, by puppeteer over WebDriver BiDi. */
export async function startFirefox(): Promise<Engine> {
  const browser = await puppeteer.launch({
    browser: "firefox",
    executablePath: process.env.TRACKTAG_FIREFOX ?? "/usr/bin/firefox-esr",
    headless: true,
  });
  return {
    version: (await browser.version()).replace("firefox/", "Firefox "),
    async newPage() {
      const page = await browser.newPage();
      let front: Page | undefined;
      return {
        open: async (url) => void (await page.goto(url)),
        evaluate: <T>(expression: string) => page.evaluate(expression) as Promise<T>,
        async wheel(x, y, right, down) {
          await page.mouse.move(x, y);
          await page.mouse.wheel({ deltaX: right, deltaY: down });
        },
        click: (x, y) => page.mouse.click(x, y),
        resize: (width, height, zoom) =>
          page.setViewport({
            width: Math.round(width / zoom),
            height: Math.round(height / zoom),
            deviceScaleFactor: zoom,
          }),
        async hide() {
          front = await browser.newPage();
          await front.bringToFront();
        },
        async show() {
          await front?.close();
          await page.bringToFront();
        },
        close: () => page.close(),
      };
    },
    close: () => browser.close(),
  };
}
