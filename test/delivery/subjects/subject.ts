import type { Sink } from "../sink.js";

/** A way to deliver events, which is walked and judged like the others. */
export interface Subject {
  name: string;
  /** The files that its pages load, by path. */
  files: Record<string, string>;
  /** A page's head: what captures the page view and each click, and tells the ledger; and the tracker. */
  head(endpoint: string): string;
  /** An expression that is true when the page's clicks are captured. */
  ready: string;
  /** An expression that resolves when a page that stays has delivered what it and those before it have queued. */
  drained: string;
  /** An expression: the ids of what waits in the browser's storage. */
  remembered: string;
  /** Whether it keeps on disk what waits, and so must not lose anything while code can run. */
  stores: boolean;
  sink(origin: string): Promise<Sink>;
  /** The ids of the events in a request's body. */
  idsIn(body: Buffer): string[];
}

/** ms between an event and its request: early, so that a short visit has both requests and beacons. */
export const FLUSH_INTERVAL = 300;
