import { defineConfig } from "@playwright/test";

const ci = Boolean(process.env.CI);

/** The truth suite: pages of real libraries, walked in every engine. */
export default defineConfig<object, { engineName: string }>({
  testDir: "test/truth",
  globalSetup: "./test/truth/build.ts",
  outputDir: "test-results/engines",
  fullyParallel: true,
  // Most of a walk is rest: more walks than cores still leave the frames in time.
  workers: 3,
  retries: 0,
  // A busy machine takes its time.
  timeout: 60_000,
  expect: { timeout: 15_000 },
  forbidOnly: ci,
  reporter: [[ci ? "dot" : "list"], ["json", { outputFile: "test-results/engines.json" }]],
  projects: [
    ...["chromium", "firefox", "webkit"].map((engineName) => ({
      name: engineName,
      testIgnore: "lifecycle/**",
      use: { engineName },
    })),
    // What only one engine lets a test do: real tabs, discarded and prerendered pages.
    { name: "lifecycle", testMatch: "lifecycle/*.spec.ts" },
  ],
});
