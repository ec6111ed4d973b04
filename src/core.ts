import type { Context } from "./context/context.js";
import type { Root } from "./lib/root.js";
import type { Options } from "./options.js";
import type { Json } from "./types.js";

/** What the features are given: what they may know of the tracker, and what they may ask of it. */
export interface Core {
  options: Options;
  /** What ends the features. */
  stops: (() => void)[];
  /** The page's document, and what `scan` has been given. */
  roots: Set<Root>;
  /** The identities of what has counted in this page view, or before it where that excludes it. */
  counted: Record<string, boolean>;
  /** The name that `page()` has given to this page view. */
  pageName: string;
  /** The reported URL of this page view. */
  lastUrl?: string;
  /** The URL as it is reported. */
  currentUrl(): string;
  /** What is around the element; undefined inside of `data-track-ignore`. */
  around(element: Element): Context | undefined;
  /**
   * An event was observed, by default on the page and now; at a moment of `performance.now()`. Unless it lacks what its
   * type needs, `before` runs and the event is queued.
   */
  emit(type: string, data: Json, context?: Context, moment?: number, before?: () => void): void;
}
