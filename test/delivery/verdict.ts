import type { FaultProxy } from "./fault-proxy.js";
import type { Ledger } from "./ledger.js";
import { reasonOf } from "./reasons.js";
import type { Stored } from "./sink.js";

/** What was captured beside what is kept. */
export interface Verdict {
  /** Events that were captured, those left out that have joined another one. */
  captured: number;
  /** How many of these are kept. */
  delivered: number;
  /** How often the sink was sent what it had accepted before. */
  copies: number;
  /** How many are not kept, by reason. */
  lost: Record<string, number>;
  /** Ids that would count twice. */
  doubles: string[];
  /** What is kept and was never told: possible where a browser was killed in the same instant, and nowhere else. */
  strangers: string[];
  /** What impressions have shown and no kept event says, or one too many: told only where nothing is lost. */
  entities: string[];
  /** Events that nothing excuses: code could run, and they are lost all the same. */
  unexplained: string[];
}

const tally = (values: string[]): Map<string, number> => {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
};

/** The entities that were not told as often as they are kept. */
function differing(told: string[], kept: string[]): string[] {
  const [one, other] = [tally(told), tally(kept)];
  return [...new Set([...told, ...kept])].filter((entity) => one.get(entity) !== other.get(entity));
}

/** @param stores whether it keeps on disk what waits: what is lost without a reason is lost by a bug */
export function judge(ledger: Ledger, stored: Stored[], proxy: FaultProxy, stores: boolean): Verdict {
  const all = [...ledger.entries.values()];
  const captured = all.filter(({ stage }) => stage !== "merged");
  const counts = tally(stored.map(({ id }) => id));
  const missing = captured.filter(({ id }) => !counts.has(id));
  const unexplained = stores ? "unexplained" : "in memory alone";
  const lost = tally(missing.map((entry) => reasonOf(entry, ledger, proxy) ?? unexplained));
  return {
    captured: captured.length,
    delivered: captured.length - missing.length,
    copies: [...proxy.accepted.values()].reduce((sum, times) => sum + times - 1, 0),
    lost: Object.fromEntries(lost),
    doubles: [...counts].filter(([, count]) => count > 1).map(([id]) => id),
    strangers: [...counts.keys()].filter((id) => !ledger.entries.has(id)),
    entities: missing.length
      ? []
      : differing(
          all.flatMap(({ entities = [] }) => entities),
          stored.flatMap(({ entities }) => entities),
        ),
    unexplained: missing
      .filter((entry) => stores && !reasonOf(entry, ledger, proxy))
      .map((entry) => JSON.stringify(entry)),
  };
}
