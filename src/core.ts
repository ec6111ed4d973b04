import type { Context } from "./context/context.js";
import type { Report } from "./lib/report.js";
import type { Options } from "./options.js";
import type { Json } from "./types.js";

/** What the features are given: what they may know of the tracker, and what they may ask of it. */
export interface Core {
  options: Options;
  report: Report;
  /** The URL as it is reported. */
  url(): string;
  /** What is around the element; undefined inside of `data-track-ignore`. */
  contextOf(element: Element): Context | undefined;
  /**
   * An event was observed at a moment of `performance.now()`, by default on the page and now. Unless it lacks what its type needs, `before` runs and
   * the event is queued.
   */
  emit(type: string, data: Json, context?: Context, moment?: number, before?: () => void): void;
}
