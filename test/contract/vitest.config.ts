import { defineConfig } from "vitest/config";

/** Apart from the other tests, as what they need is: `npm run test:contract` installs it first. */
export default defineConfig({
  test: { name: "contract", include: ["test/contract/*.test.ts"], testTimeout: 30_000 },
});
