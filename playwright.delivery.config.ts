import { defineConfig } from "@playwright/test";

const ci = Boolean(process.env.CI);

/** The delivery suite: what becomes of events between a click and the relay's disk, with faults on the way. */
export default defineConfig({
  testDir: "test/delivery",
  outputDir: "test-results/delivery",
  fullyParallel: true,
  // Most of a scenario is waiting.
  workers: 3,
  retries: 0,
  // A busy machine takes its time.
  timeout: 240_000,
  expect: { timeout: 15_000 },
  forbidOnly: ci,
  reporter: [[ci ? "dot" : "list"], ["json", { outputFile: "test-results/delivery.json" }]],
});
