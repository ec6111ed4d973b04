import type { BrowserContext, Page } from "@playwright/test";
import { openTabs } from "../../support/tabs.js";
import { expectTruth } from "../expect-truth.js";
import { test as base } from "../fixtures.js";
import type { Report } from "../report.js";
import { serve } from "../serve.js";
import { judge, type Verdict } from "../verdict.js";

interface Fixtures {
  tabs: BrowserContext;
  /** The tab in front, with a page of the suite. */
  shown: Page;
  /** Ends it, and expects that what was seen has counted and nothing else. */
  expectTrue(done: string): Promise<Verdict>;
}

/** A window with real tabs, in Chromium. */
export const test = base.extend<Fixtures>({
  tabs: async ({ relay: _ }, use) => {
    const opened = await openTabs();
    await use(opened.context);
    await opened.close();
  },

  shown: async ({ tabs, site }, use) => {
    const list = { bundle: "infinite" };
    serve(site, { name: "lifecycle", documents: { "/": list, "/next": list } });
    const tab = await tabs.newPage();
    await tab.goto(site.origin);
    await use(tab);
  },

  expectTrue: async ({ shown, relay }, use) => {
    await use(async (done) => {
      const reports = await shown.evaluate<Report[]>("truth.finish()");
      const verdict = judge(reports, relay.events());
      expectTruth(verdict, done);
      return verdict;
    });
  },
});

/** Time passes, ms by the clock of this page. */
export const stay = (page: Page, ms: number): Promise<void> =>
  page.evaluate((ms) => new Promise((resolve) => setTimeout(resolve, ms)), ms);

export { expect } from "@playwright/test";
