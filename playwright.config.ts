import { defineConfig } from "@playwright/test";
import { browserPath } from "./scripts/browser.mjs";
import { CHROMIUM_FLAGS } from "./test/support/chromium-flags.js";

const ci = Boolean(process.env.CI);

/** The browser tests: the built script in a real Chromium, against a real relay. */
export default defineConfig({
  testDir: "test",
  testMatch: ["browser/**/*.spec.ts", "demo/**/*.spec.ts"],
  // One picture serves every platform.
  snapshotPathTemplate: "{testDir}/{testFileDir}/{testFileName}-snapshots/{arg}{ext}",
  outputDir: "test-results/playwright",
  fullyParallel: true,
  workers: 2,
  // A test that passes only now and then is a fault to find.
  retries: 0,
  forbidOnly: ci,
  reporter: [[ci ? "dot" : "list"], ["json", { outputFile: "test-results/browser.json" }]],
  use: {
    headless: true,
    launchOptions: {
      executablePath: browserPath(),
      args: CHROMIUM_FLAGS,
      // Playwright switches the back/forward cache off; a return from it is a page view that we test. A page that
      // is restored fires no `load`: `page.goBack({ waitUntil: "commit" })`.
      ignoreDefaultArgs: ["--disable-back-forward-cache"],
    },
  },
});
