import { defineConfig } from "@playwright/test";
import browser from "./playwright.config.js";
import engines from "./playwright.engines.config.js";

/** The lobby suite: whether parking ever costs an impression. Chromium, with the truth suite's sampler as judge. */
export default defineConfig<object, { engineName: string }>({
  ...engines,
  testDir: "test/lobby",
  outputDir: "test-results/lobby",
  // With three the frames of the longest layouts take half a second: what is in view for two of them says little.
  workers: 2,
  reporter: [[process.env.CI ? "dot" : "list"], ["json", { outputFile: "test-results/lobby.json" }]],
  projects: [
    { name: "truth", testMatch: ["layouts.spec.ts", "truth.spec.ts"], use: { engineName: "chromium" } },
    {
      name: "browser",
      testMatch: [
        "flicker.spec.ts",
        "jumps.spec.ts",
        "loading.spec.ts",
        "replaced.spec.ts",
        "shadow-roots.spec.ts",
        "slow.spec.ts",
        "sparing.spec.ts",
        "stop.spec.ts",
      ],
      use: browser.use ?? {},
    },
  ],
});
