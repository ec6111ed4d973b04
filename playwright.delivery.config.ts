import { defineConfig } from "@playwright/test";

const ci = Boolean(process.env.CI);

/** The delivery suite: what becomes of events between a click and the relay's disk, with faults on the way. */
export default defineConfig({
  testDir: "test/delivery",
  outputDir: "test-results/delivery",
  fullyParallel: true,
  // What waits for a core would look like a slow network: several at a time measure the machine.
  workers: 1,
  retries: 0,
  // A busy machine takes its time.
  timeout: 240_000,
  expect: { timeout: 15_000 },
  forbidOnly: ci,
  reporter: [[ci ? "dot" : "list"], ["json", { outputFile: "test-results/delivery.json" }]],
});
