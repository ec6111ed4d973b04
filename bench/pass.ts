import type { Browser } from "@playwright/test";
import type { Contender } from "./contenders.js";
import { withEngine } from "./engine-tab.js";
import type { Part } from "./plan.js";
import { type Phase, withSession } from "./session.js";
import type { Site } from "./site.js";
import type { Tab } from "./tab.js";

export interface Pass {
  /** Chromium. The other engines start for each pass. */
  browser: Browser;
  site: Site;
  part: Part;
  contender: Contender;
  /** How long it may take, ms. */
  limit: number;
}

/**
 * One page with one contender through all phases. Returns why it came no further, if it did not: the browser may still be
 * at it then, and is not to be measured in any more.
 */
export async function pass(
  { browser, site, part, contender, limit }: Pass,
  take: (metric: string, value: number) => void,
): Promise<string> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(reject, limit, `was stopped after ${limit / 1000} s`);
  });
  // While the page is still being opened nobody waits for it: that is no reason to end the run.
  late.catch(() => {});
  async function all<In extends Tab>(phases: Record<string, Phase<In>>, tab: In): Promise<void> {
    for (const [phase, measure] of Object.entries(phases))
      for (const [figure, value] of Object.entries(await measure(tab))) take(`${phase}.${figure}`, value);
  }
  const { cards, kind = "list", engine, phases } = part;
  try {
    if (engine)
      await withEngine(engine, site, contender, cards, (tab) => Promise.race([all(phases, tab), late]));
    else
      await withSession(browser, site, contender, `/${kind}/${cards}`, (session) =>
        Promise.race([all(phases, session), late]),
      );
    return "";
  } catch (reason) {
    return `${reason}`.split("\n")[0] as string;
  } finally {
    clearTimeout(timer);
  }
}
