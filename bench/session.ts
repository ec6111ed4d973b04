import type { Browser, CDPSession, Page } from "@playwright/test";
import type { Contender } from "./contenders.js";
import { cpuOf } from "./cpu.js";
import type { Site } from "./site.js";
import { type Measured, settle, type Tab } from "./tab.js";

/** A page in a context of its own of Chromium, with what only that engine tells. */
export interface Session extends Tab {
  browser: Browser;
  page: Page;
  cdp: CDPSession;
}

/** Does something to a page, and tells what that has cost: in Chromium, or in any engine. */
export type Phase<In extends Tab = Session> = (session: In) => Promise<Measured>;

/** Opens a page of the site in a fresh context, lets `use` have it, and closes it. */
export async function withSession<T>(
  browser: Browser,
  site: Site,
  contender: Contender,
  path: string,
  use: (session: Session) => Promise<T>,
): Promise<T> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  try {
    const page = await context.newPage();
    const cdp = await context.newCDPSession(page);
    const session: Session = {
      ...{ browser, page, cdp, site, contender },
      evaluate: (expression) => page.evaluate(expression),
      click: (x, y) => page.mouse.click(x, y),
      cpu: (action) => cpuOf(cdp, action),
    };
    await page.goto(site.origin + path);
    await settle(session);
    return await use(session);
  } finally {
    await context.close();
  }
}
