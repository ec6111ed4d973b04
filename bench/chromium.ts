import { type Browser, chromium } from "@playwright/test";
import { ensureBrowser } from "../scripts/browser.mjs";
import { CHROMIUM_FLAGS } from "../test/support/chromium-flags.js";

/** A Chromium to measure in. */
export interface Chromium {
  readonly browser: Browser;
  /** Another takes its place: one in which something was stopped may still be at it, or be traced for ever. */
  renew(): Promise<void>;
  close(): Promise<void>;
}

export async function startChromium(): Promise<Chromium> {
  const { path } = await ensureBrowser();
  const launch = () => chromium.launch({ executablePath: path, args: CHROMIUM_FLAGS });
  let browser = await launch();
  return {
    get browser() {
      return browser;
    },
    async renew() {
      await browser.close();
      browser = await launch();
    },
    close: () => browser.close(),
  };
}
