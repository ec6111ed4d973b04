import type { DestinationName } from "../../../src/destinations/index.js";

/** What each destination has no place for. Everything else it takes, by the rules of its stand-in. */
export const SKIPPED: Record<DestinationName, (type: string) => boolean> = {
  sportradar: () => false,
  wynta: () => false,
  antsomi: () => false,
  primedata: () => false,
  neuralens: (type) =>
    !/^(impressions:(events|leagues|sports|games)|clicks:(event|outcome|sport|league|game|combination|social)|(engagement|statistics|recommendations):(add_bet|place_\w+))$/.test(
      type,
    ),
};
