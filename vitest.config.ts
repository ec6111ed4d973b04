import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    projects: [
      { test: { name: "unit", include: ["test/unit/**/*.test.ts"] } },
      {
        test: {
          name: "relay",
          include: ["test/relay/**/*.test.ts"],
          globalSetup: "scripts/build-if-stale.mjs",
          // Processes are started, killed and waited for; nothing is asserted about how fast.
          testTimeout: 30_000,
        },
      },
      { test: { name: "proxy", include: ["test/proxy/**/*.test.ts"], testTimeout: 30_000 } },
    ],
  },
});
