import type { Contender } from "./contenders.js";
import type { Cpu } from "./cpu.js";
import type { Site } from "./site.js";

/** A page of its own in some engine, with one contender to be put on it. */
export interface Tab {
  site: Site;
  contender: Contender;
  /** The value of a JavaScript expression in the page; of a promise, what it resolves with. */
  evaluate<T>(expression: string): Promise<T>;
  /** Clicks at a point of the viewport, CSS px, as a mouse does. */
  click(x: number, y: number): Promise<void>;
  /** What is measured of the processor until `action` resolves, ms. */
  cpu(action: () => Promise<unknown>): Promise<Cpu>;
}

/** What a phase has measured, by name. */
export type Measured = Record<string, number>;

/** Puts the contender on the page: resolves when its script has run. */
export const load = ({ evaluate, contender }: Tab): Promise<void> =>
  evaluate(`bench.load(${JSON.stringify(contender.src)}, ${JSON.stringify(contender.data)})`);

/** Lets a page that was opened come to rest. */
export const settle = ({ evaluate }: Tab): Promise<void> => evaluate("bench.rest(100).then(bench.settle)");
