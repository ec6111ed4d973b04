import type { Page } from "@playwright/test";
import { randomBy } from "../truth/random.js";
import { exhaustBeacons, fillStorage, freeStorage } from "./exhaustion.js";
import type { Fault } from "./faults.js";
import type { PlannedVisit } from "./plan.js";
import type { Stage } from "./stage.js";
import { stay } from "./visitor.js";

/** The road of the requests, as far as the proxy makes it. */
const FAULTS: Partial<Record<PlannedVisit["road"], (random: () => number) => Fault>> = {
  "relay killed": () => "killed",
  "answers lost": () => "lost",
  "latency 10 s": () => "slow",
  "no answer": () => "hang",
  // Far more than one in a hundred: a walk has few requests.
  resets: (random) => (["pass", "reset", "cut", "lost"] as const)[Math.floor(random() * 4)] ?? "pass",
};

/** A visitor makes these visits, one after the other. */
export async function walk(stage: Stage, plan: PlannedVisit[]): Promise<void> {
  const { subject, visitor, proxy, sink, ledger } = stage;
  /** The road is bad from now on. */
  async function spoil({ road, shelf, seed }: PlannedVisit): Promise<void> {
    ledger.enter(road || shelf, sink.stored());
    const fault = FAULTS[road];
    const random = randomBy(seed);
    if (fault) proxy.fault = () => fault(random);
    if (road === "offline") await visitor.context().setOffline(true);
    if (road === "relay down") await sink.kill();
  }

  async function mend(): Promise<void> {
    await stage.heal();
    ledger.leave();
  }

  /** Returns the tab that the next visit begins in, unless it gets one of its own. */
  async function take(visit: PlannedVisit, tab: Page): Promise<Page | undefined> {
    const { road, shelf, ending } = visit;
    await freeStorage(tab);
    if (shelf === "storage full") await fillStorage(tab);
    if (shelf === "beacons' quota exhausted") await exhaustBeacons(tab, proxy.url);
    await spoil(visit);
    await visitor.click(tab);
    // Pages do not load without a network.
    if (road === "offline" && visit.tabs > 1) await mend();
    const others: Page[] = [];
    while (others.length + 1 < visit.tabs) {
      const other = await visitor.visit();
      await visitor.click(other);
      others.push(other);
    }
    await tab.bringToFront();
    await stay(tab, visit.stay);
    await visitor.click(tab);
    if (visit.isMended || (road === "offline" && /navigation|cache/.test(ending))) await mend();
    for (const other of others) await other.close();
    const next = await endings[ending](tab, shelf);
    await mend();
    return next;
  }

  const endings: Record<PlannedVisit["ending"], (tab: Page, shelf: string) => Promise<Page | undefined>> = {
    // It is over when the next page is there: what that one sends meets the same road.
    navigation: (tab) => visitor.visit(tab),
    async close(tab) {
      await tab.close();
      return undefined;
    },
    async cache(tab) {
      await visitor.visit(tab);
      await visitor.back(tab);
      await visitor.click(tab);
      return tab;
    },
    async crash(tab, shelf) {
      await visitor.crash(tab);
      // Storage is looked at from another page, which needs the network.
      await mend();
      // What is in memory alone ends with the renderer.
      if (shelf === "storage full" || !subject.stores)
        ledger.endanger("renderer crashed", sink.stored(), await visitor.remembered());
      return undefined;
    },
    async kill(tab) {
      // What was clicked is known.
      while (ledger.clicks().length < visitor.clicks) await stay(tab, 1);
      await visitor.kill();
      ledger.endanger("browser killed", sink.stored(), await visitor.remembered());
      return undefined;
    },
  };

  let tab: Page | undefined;
  for (const visit of plan) tab = await take(visit, await visitor.visit(tab));
}
