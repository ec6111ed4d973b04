import { startChromium } from "./chromium.js";
import type { Engine } from "./engine.js";
import { startFirefox } from "./firefox.js";
import { startWebKit } from "./webkit.js";

/** By name. */
export const ENGINES: Record<string, () => Promise<Engine>> = {
  chromium: startChromium,
  firefox: startFirefox,
  webkit: startWebKit,
};
