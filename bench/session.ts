import type { Browser, CDPSession, Page } from "@playwright/test";
import type { Contender } from "./contenders.js";
import type { Site } from "./site.js";

/** A page in a context of its own, with one contender to be put on it. */
export interface Session {
  browser: Browser;
  page: Page;
  cdp: CDPSession;
  site: Site;
  contender: Contender;
}

/** What a phase has measured, by name. */
export type Measured = Record<string, number>;

/** Does something to a page, and tells what that has cost. */
export type Phase = (session: Session) => Promise<Measured>;

/** Puts the contender on the page: resolves when its script has run. */
export const load = ({ page, contender }: Session): Promise<void> =>
  page.evaluate(`bench.load(${JSON.stringify(contender.src)}, ${JSON.stringify(contender.data)})`);

/** Opens a page with that many cards in a fresh context, lets `use` have it, and closes it. */
export async function withSession<T>(
  browser: Browser,
  site: Site,
  contender: Contender,
  cards: number,
  use: (session: Session) => Promise<T>,
): Promise<T> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  try {
    const page = await context.newPage();
    const cdp = await context.newCDPSession(page);
    await page.goto(`${site.origin}/list/${cards}`);
    await page.evaluate("bench.rest(100).then(bench.settle)");
    return await use({ browser, page, cdp, site, contender });
  } finally {
    await context.close();
  }
}
