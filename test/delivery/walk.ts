import type { Page } from "@playwright/test";
import { randomBy } from "../truth/random.js";
import { exhaustBeacons, fillStorage, freeStorage } from "./exhaustion.js";
import type { Fault } from "./faults.js";
import type { Stage } from "./stage.js";
import { stay } from "./visitor.js";

/** What may happen to a visit, each as often as its number says. */
const ROADS = {
  "": 12,
  offline: 2,
  "relay down": 1,
  "relay killed": 1,
  "answers lost": 2,
  "latency 10 s": 1,
  resets: 2,
  "no answer": 1,
};
const SHELVES = { "": 10, "beacons' quota exhausted": 2, "storage full": 1 };
const TABS = { 1: 20, 2: 4, 10: 1 };
const ENDINGS = { navigation: 14, close: 6, cache: 3, crash: 3, kill: 1 };

/** How long a visitor stays after the clicks, ms: shorter and longer than the flush interval. */
const STAYS = { 0: 3, 100: 2, 500: 3, 1200: 1 };

/** The road of the requests, as far as the proxy makes it. */
const FAULTS: Record<string, (random: () => number) => Fault> = {
  "relay killed": () => "killed",
  "answers lost": () => "lost",
  "latency 10 s": () => "slow",
  "no answer": () => "hang",
  // Far more than one in a hundred: a walk has few requests.
  resets: (random) => (["pass", "reset", "cut", "lost"] as const)[Math.floor(random() * 4)] ?? "pass",
};

/** A visitor whose visits meet what the seed says. Returns what was done, for the record. */
export async function walk(stage: Stage, seed: number, visits: number): Promise<string[]> {
  const { subject, visitor, proxy, sink, ledger } = stage;
  const random = randomBy(seed);
  // Requests have chances of their own: what is done to the visits must not depend on how many there are.
  const chance = randomBy(seed + 1);
  const log: string[] = [];
  let tab: Page | undefined;

  function pick<Name extends string | number>(weights: Record<Name, number>): string {
    const rows = Object.entries<number>(weights);
    let left = random() * rows.reduce((sum, [, weight]) => sum + weight, 0);
    return (rows.find(([, weight]) => (left -= weight) < 0) ?? rows[0])?.[0] as string;
  }

  /** The road is bad from now on. */
  async function spoil(road: string, shelf: string): Promise<void> {
    ledger.enter(road || shelf, sink.stored());
    const fault = FAULTS[road];
    if (fault) proxy.fault = () => fault(chance);
    if (road === "offline") await visitor.context().setOffline(true);
    if (road === "relay down") await sink.kill();
  }

  async function mend(): Promise<void> {
    await stage.heal();
    ledger.leave();
  }

  const endings: Record<string, (tab: Page) => Promise<Page | undefined>> = {
    // The next visit begins in the same tab.
    navigation: async (tab) => tab,
    async close(tab) {
      await tab.close();
      return undefined;
    },
    async cache(tab) {
      // Nobody gets anywhere without a network.
      await visitor.context().setOffline(false);
      await visitor.visit(tab);
      await visitor.back(tab);
      await visitor.click(tab);
      return tab;
    },
    async crash(tab) {
      await visitor.crash(tab);
      return undefined;
    },
    async kill(tab) {
      // What was clicked is known.
      while (ledger.clicks().length < visitor.clicks) await stay(tab, 1);
      ledger.endanger("browser killed", sink.stored());
      await visitor.kill();
      return undefined;
    },
  };

  while (visitor.visits < visits) {
    const [road, shelf, ending] = [pick(ROADS), pick(SHELVES), pick(ENDINGS)];
    const [count, ms, isMended] = [Number(pick(TABS)), Number(pick(STAYS)), random() < 0.5];
    log.push(`${visitor.visits + 1}: ${[count, road, shelf, ms, isMended, ending].join("/")}`);
    tab = await visitor.visit(tab);
    await freeStorage(tab);
    await spoilShelf(tab, shelf);
    const tabs = [tab];
    await spoil(road, shelf);
    await visitor.click(tab);
    // Pages do not load without a network.
    if (road === "offline" && count > 1) await mend();
    for (let n = 1; n < count; n++) {
      const other = await visitor.visit();
      await visitor.click(other);
      tabs.push(other);
    }
    await tab.bringToFront();
    await stay(tab, ms);
    await visitor.click(tab);
    if (isMended || (road === "offline" && ending === "navigation")) await mend();
    for (const other of tabs.slice(1)) await other.close();
    // What is in memory alone ends with the renderer.
    if (ending === "crash" && (shelf === "storage full" || !subject.stores))
      ledger.endanger("renderer crashed", sink.stored());
    tab = await endings[ending]?.(tab);
    // A navigation is over when the next page is there: what it sends meets the same road.
    if (ending === "navigation") tab = await visitor.visit(tab);
    await mend();
  }
  return log;

  async function spoilShelf(tab: Page, shelf: string): Promise<void> {
    if (shelf === "storage full") await fillStorage(tab);
    if (shelf === "beacons' quota exhausted") await exhaustBeacons(tab, proxy.url);
  }
}
