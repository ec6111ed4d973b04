import type { Core } from "../core.js";
import { attempt } from "../lib/attempt.js";
import { startClicks } from "./clicks.js";
import { type Root, startDiscovery } from "./discovery.js";
import { entitiesOf } from "./entities.js";
import { startImpressions } from "./impressions.js";
import { startPageviews } from "./pageviews.js";

export interface Capture {
  /** Begins a page view: impressions count anew. */
  begin(): void;
  /** The document is hidden, or the page ends: no dwell goes on. */
  pause(): void;
  /** The document is visible again. */
  resume(): void;
  /** Also watches a closed shadow root, or a document of the same origin. */
  watch(root: Root): void;
  stop(): void;
}

/**
 * Starts the features that capture, and wires them: none of them knows another.
 *
 * @param began a page view begins; returns the keys of what has counted already
 */
export function startCapture(core: Core, began: () => Set<string>): Capture {
  let counted = began();
  let impressions = startImpressions(core, counted);

  function begin(): void {
    impressions.stop();
    counted = began();
    impressions = startImpressions(core, counted);
    discovery.rescan();
  }

  /** A click never comes before the impression of what was clicked. */
  function seen(element: Element, name: string, moment: number): void {
    for (const entity of entitiesOf(element, core, name)) {
      if (!counted.has(entity.key)) entity.count(moment);
      counted.add(entity.key);
    }
  }

  const discovery = startDiscovery((element) => impressions.observe(element));
  const clicks = startClicks(core, seen);
  const stopPageviews = startPageviews(
    core.url,
    () => attempt(begin, core.report),
    core.options.pageviews === "auto",
  );

  return {
    begin,
    pause: () => impressions.pause(),
    resume: () => impressions.resume(),
    watch(root) {
      discovery.watch(root);
      clicks.watch(root);
    },
    stop() {
      stopPageviews();
      clicks.stop();
      discovery.stop();
      impressions.stop();
    },
  };
}
