import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type BrowserContext, chromium, type Page } from "@playwright/test";
import { type ChromiumProcess, startChromium } from "../support/chromium.js";
import type { Site } from "../support/site.js";
import type { Ledger } from "./ledger.js";
import type { Subject } from "./subjects/subject.js";

/** What stands on each page: three games, one below the other. */
const GAMES = 3;

/** A page of the site that has no tracker. */
const BLANK = "/blank";

/** Somebody with a browser of their own, whose profile outlives it. */
export interface Visitor {
  /** How many pages were opened. */
  visits: number;
  /** How many clicks were made. */
  clicks: number;
  context(): BrowserContext;
  /** Opens a page that nobody has seen before, in a tab of its own unless one is given. */
  visit(tab?: Page): Promise<Page>;
  /** Clicks on one of the page's games. */
  click(tab: Page): Promise<void>;
  /** Goes back, to a page that the browser may have kept. */
  back(tab: Page): Promise<void>;
  /** Resolves when all that this browser has queued was sent. */
  drained(tab: Page): Promise<void>;
  /** What waits in the browser's storage, as a page without the tracker finds it: the ids. */
  remembered(): Promise<string[]>;
  /** The process of the tab's page ends in an instant, and the tab is closed. */
  crash(tab: Page): Promise<void>;
  /** The whole browser is killed, and started anew on the same profile. */
  kill(): Promise<void>;
  close(): Promise<void>;
}

export async function startVisitor(
  site: Site,
  subject: Subject,
  endpoint: string,
  ledger: Ledger,
): Promise<Visitor> {
  const profile = mkdtempSync(join(tmpdir(), "tracktag-visitor-"));
  for (const [path, text] of Object.entries(subject.files)) site.file(path, text);
  site.page(BLANK, { tag: null });
  let process: ChromiumProcess;
  let context: BrowserContext;

  // Playwright's defaults are left out: they keep every page in the foreground.
  async function start(): Promise<void> {
    process = await startChromium("about:blank", profile);
    const browser = await chromium.connectOverCDP(process.endpoint, { noDefaults: true });
    context = browser.contexts()[0] as BrowserContext;
    for (const tab of context.pages()) await ledger.listen(tab);
  }

  /** Each has ids of its own, so that what arrives names its page. */
  function serve(): string {
    const path = `/visit/${++visitor.visits}`;
    const games = Array.from({ length: GAMES }, (_, n) => `${visitor.visits}-${n}`);
    const body = games.map((id) => `<button class="box" data-track-game="${id}">${id}</button>`).join("");
    site.page(path, { tag: null, head: subject.head(endpoint), body });
    return site.origin + path;
  }

  const visitor: Visitor = {
    visits: 0,
    clicks: 0,
    context: () => context,
    async visit(given) {
      const tab = given ?? (await context.newPage());
      if (!given) await ledger.listen(tab);
      await tab.goto(serve());
      await tab.waitForFunction(subject.ready);
      return tab;
    },
    async click(tab) {
      await tab.mouse.click(100, 50 + 100 * (visitor.clicks++ % GAMES));
    },
    async back(tab) {
      // A page that is restored fires no `load`.
      await tab.goBack({ waitUntil: "commit" });
      await tab.waitForFunction(subject.ready);
    },
    async remembered() {
      const tab = await context.newPage();
      await tab.goto(site.origin + BLANK);
      const ids = await tab.evaluate(subject.remembered);
      await tab.close();
      return ids as string[];
    },
    drained: (tab) => tab.evaluate(subject.drained),
    async crash(tab) {
      const crashed = tab.waitForEvent("crash");
      const session = await context.newCDPSession(tab);
      // It has no answer.
      session.send("Page.crash").catch(() => {});
      await crashed;
      await tab.close();
    },
    async kill() {
      await process.kill();
      await start();
    },
    close: () => process.close(),
  };
  await start();
  return visitor;
}

/** Time passes, ms by the clock of this page. */
export const stay = (tab: Page, ms: number): Promise<void> =>
  tab.evaluate((ms) => new Promise((resolve) => setTimeout(resolve, ms)), ms);
