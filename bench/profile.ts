import type { Browser } from "@playwright/test";
import { OURS } from "./contenders.js";
import { click } from "./points.js";
import { costs } from "./profile-costs.js";
import { type Session, withSession } from "./session.js";
import type { Site } from "./site.js";
import { load } from "./tab.js";
import { number, table } from "./table.js";

/** Microseconds between samples. */
const INTERVAL = 100;

/** How many functions are told. */
const MOST = 30;

type Scene = (session: Session) => Promise<unknown>;

/** What can be looked into. All but the start begin when that is over. */
export const SCENES: Record<string, Scene> = {
  start: async (session) => {
    await load(session);
    await session.page.evaluate("bench.rest(800).then(bench.settle)");
  },
  slow: ({ page }) => page.evaluate("bench.scroll(120, 60)"),
  fast: ({ page }) => page.evaluate("bench.scroll(120, 600)"),
  read: ({ page }) => page.evaluate("bench.read(4, 1200).then(() => bench.rest(2500))"),
  odds: ({ page }) => page.evaluate("bench.odds(2000)"),
  clicks: (session) => click(session, 200),
};

/** Where our own time goes, as a table: for the functions of `src/`, what each takes itself and with what it calls. */
export async function profile(browser: Browser, site: Site, scene: string, cards: number): Promise<string> {
  const during = SCENES[scene];
  if (!during) throw new Error(`no scene ${scene}: there are ${Object.keys(SCENES).join(", ")}`);
  const recorded = await withSession(browser, site, OURS, `/list/${cards}`, async (session) => {
    const { cdp, page } = session;
    if (scene !== "start") await load(session).then(() => page.evaluate("bench.rest(800)"));
    await cdp.send("Profiler.enable");
    await cdp.send("Profiler.setSamplingInterval", { interval: INTERVAL });
    await cdp.send("Profiler.start");
    await during(session);
    return (await cdp.send("Profiler.stop")).profile;
  });
  const rows = costs(recorded).slice(0, MOST);
  return table(
    ["function", "itself, ms", "with what it calls, ms"],
    rows.map(({ name, self, total }) => [name, number(self), number(total)]),
  );
}
