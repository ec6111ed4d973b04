import { defineConfig } from "@playwright/test";
import { browserPath } from "./scripts/browser.mjs";

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
      args: [
        // Containers run as root, where Chromium's sandbox does not start.
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
      ],
      // Playwright switches the back/forward cache off; a return from it is a page view that we test. A page that
      // is restored fires no `load`: `page.goBack({ waitUntil: "commit" })`.
      ignoreDefaultArgs: ["--disable-back-forward-cache"],
    },
  },
});
