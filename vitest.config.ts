import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    // Most of a test of the relay is waiting for a process: more of them than cores.
    maxWorkers: 3,
    projects: [
      // Nothing is asserted about how fast, and a busy machine takes its time.
      { test: { name: "unit", include: ["test/unit/**/*.test.ts"], testTimeout: 30_000 } },
      {
        test: {
          name: "relay",
          include: ["test/relay/**/*.test.ts"],
          globalSetup: "scripts/build-if-stale.mjs",
          // Processes are started, killed and waited for.
          testTimeout: 30_000,
        },
      },
      { test: { name: "proxy", include: ["test/proxy/**/*.test.ts"], testTimeout: 30_000 } },
    ],
  },
});
