import { startChromium } from "./chromium.js";
import type { Engine } from "./engine.js";

/** By name. */
export const ENGINES: Record<string, () => Promise<Engine>> = {
  chromium: startChromium,
};
