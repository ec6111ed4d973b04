import type { Contender } from "./contenders.js";
import { ENGINES, type EngineName } from "./engines.js";
import { busiest, spentIn } from "./processes.js";
import type { Site } from "./site.js";
import { settle, type Tab } from "./tab.js";

/** For how long a page is made busy, to find its process, ms. */
const SPIN = 300;

/** A page with that many cards in an engine that starts for it and ends with it: nothing of it is warm. */
export async function withEngine<T>(
  name: EngineName,
  site: Site,
  contender: Contender,
  cards: number,
  use: (tab: Tab) => Promise<T>,
): Promise<T> {
  const engine = await ENGINES[name]();
  try {
    const page = await engine.newPage();
    try {
      await page.resize(1280, 800, 1);
      await page.open(`${site.origin}/list/${cards}`);
      const { evaluate, click } = page;
      let pid = 0;
      const tab: Tab = { site, contender, evaluate, click, cpu: (action) => spentIn(pid, action) };
      // Until the engine itself has started, too.
      await evaluate("bench.rest(1000)");
      pid = await busiest(() => evaluate(`bench.spin(${SPIN})`));
      await settle(tab);
      return await use(tab);
    } finally {
      await page.close();
    }
  } finally {
    await engine.close();
  }
}
