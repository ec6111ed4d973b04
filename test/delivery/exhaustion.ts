import type { Page } from "@playwright/test";
import { OTHERS } from "./fault-proxy.js";

/** Another script of the page takes all 64 KiB that the browser has for beacons, and they stay under way. */
export const exhaustBeacons = (tab: Page, endpoint: string): Promise<void> =>
  tab.evaluate((url) => {
    for (let size = 65_536; size >= 1; size >>= 1) while (navigator.sendBeacon(url, "x".repeat(size)));
  }, endpoint + OTHERS);

const FILLER = "others.";

/** Another script of the site writes until localStorage has no room for one more key. */
export const fillStorage = (tab: Page): Promise<void> =>
  tab.evaluate((prefix) => {
    for (let size = 4_194_304; size >= 1; size >>= 1)
      try {
        for (let n = 0; ; n++) localStorage[`${prefix}${size}.${n}`] = "x".repeat(size);
      } catch {}
  }, FILLER);

/** It clears up. */
export const freeStorage = (tab: Page): Promise<void> =>
  tab.evaluate((prefix) => {
    for (const key of Object.keys(localStorage)) if (key.startsWith(prefix)) localStorage.removeItem(key);
  }, FILLER);
