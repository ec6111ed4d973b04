import { test as base } from "@playwright/test";
import { startTestRelay, type TestRelay } from "../support/relay.js";
import { type Site, startSite } from "../support/site.js";
import type { Engine, EnginePage } from "./engines/engine.js";
import { ENGINES } from "./engines/index.js";

interface Fixtures {
  site: Site;
  relay: TestRelay;
  tab: EnginePage;
}

interface WorkerFixtures {
  engineName: string;
  engine: Engine;
}

/** One browser for each worker; a tab, a site and a relay for each test. */
export const test = base.extend<Fixtures, WorkerFixtures>({
  engineName: ["chromium", { option: true, scope: "worker" }],

  engine: [
    async ({ engineName }, use) => {
      const engine = await (ENGINES[engineName] as () => Promise<Engine>)();
      await use(engine);
      await engine.close();
    },
    { scope: "worker", timeout: 60_000 },
  ],

  site: async ({ browserName: _ }, use) => {
    const site = await startSite();
    await use(site);
    await site.close();
  },

  relay: async ({ site }, use) => {
    const relay = await startTestRelay({ origins: [site.origin, site.otherOrigin] });
    site.relayUrl = relay.url;
    await use(relay);
    await relay.close();
  },

  tab: async ({ engine }, use) => {
    const tab = await engine.newPage();
    await use(tab);
    await tab.close();
  },
});

export { expect } from "@playwright/test";
