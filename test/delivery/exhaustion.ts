import type { Page } from "@playwright/test";
import { OTHERS } from "./fault-proxy.js";

/** Another script of the page takes all 64 KiB that the browser has for beacons, and they stay under way. */
export const exhaustBeacons = (tab: Page, endpoint: string): Promise<void> =>
  tab.evaluate((url) => {
    for (let size = 65_536; size >= 1; size >>= 1) while (navigator.sendBeacon(url, "x".repeat(size)));
  }, endpoint + OTHERS);

const FILLER = "others";

/** Another script of the site writes until localStorage takes not one character more. */
export const fillStorage = (tab: Page): Promise<void> =>
  tab.evaluate((key) => {
    let text = localStorage[key] ?? "";
    for (let size = 4_194_304; size >= 1; size >>= 1)
      try {
        for (;;) {
          localStorage[key] = text + "x".repeat(size);
          text += "x".repeat(size);
        }
      } catch {}
  }, FILLER);

/** It clears up. */
export const freeStorage = (tab: Page): Promise<void> =>
  tab.evaluate((key) => localStorage.removeItem(key), FILLER);
