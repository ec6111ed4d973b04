import { randomBy } from "../truth/random.js";

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

/** A visit, decided before it begins: the same whoever delivers, and whatever they send. */
export interface PlannedVisit {
  /** What its requests meet. */
  road: keyof typeof ROADS;
  /** What another script has used up. */
  shelf: keyof typeof SHELVES;
  ending: keyof typeof ENDINGS;
  /** How many tabs are open. */
  tabs: number;
  /** ms between the last clicks. */
  stay: number;
  /** The road is mended before the visit ends. */
  isMended: boolean;
  /** Of the chances that its requests have: the first request of a visit meets the same in each walk. */
  seed: number;
}

/** How many pages a visit opens: one a tab, and one more where it goes on to another. */
const pagesOf = ({ tabs, ending }: PlannedVisit): number => tabs + +/navigation|cache/.test(ending);

/** Visits that open at least so many pages. */
export function planOf(seed: number, pages: number): PlannedVisit[] {
  const random = randomBy(seed);

  function pick<Name extends string>(weights: Record<Name, number>): Name {
    const rows = Object.entries<number>(weights) as [Name, number][];
    let left = random() * rows.reduce((sum, [, weight]) => sum + weight, 0);
    return (rows.find(([, weight]) => (left -= weight) < 0) ?? (rows[0] as [Name, number]))[0];
  }

  const plan: PlannedVisit[] = [];
  for (let planned = 0; planned < pages; planned += pagesOf(plan.at(-1) as PlannedVisit))
    plan.push({
      road: pick(ROADS),
      shelf: pick(SHELVES),
      ending: pick(ENDINGS),
      tabs: Number(pick(TABS)),
      stay: Number(pick(STAYS)),
      isMended: random() < 0.5,
      seed: Math.floor(random() * 2 ** 32),
    });
  return plan;
}
