import { defineConfig } from "@playwright/test";
import engines from "./playwright.engines.config.js";

/** The lobby suite: whether parking ever costs an impression. Chromium, with the truth suite's sampler as judge. */
export default defineConfig<object, { engineName: string }>({
  ...engines,
  testDir: "test/lobby",
  outputDir: "test-results/lobby",
  reporter: [[process.env.CI ? "dot" : "list"], ["json", { outputFile: "test-results/lobby.json" }]],
  projects: [{ name: "chromium", use: { engineName: "chromium" } }],
});
