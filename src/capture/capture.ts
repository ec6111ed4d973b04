import { touch } from "../context/session.js";
import type { Core } from "../core.js";
import type { Root } from "../lib/root.js";
import { startClicks } from "./clicks.js";
import { startDiscovery } from "./discovery.js";
import { startImpressions } from "./impressions.js";
import { startPageviews } from "./pageviews.js";
import { startParking } from "./parking.js";

export interface Capture {
  /** Begins a page view: impressions count anew. */
  beginView(): void;
  /** The document is hidden or shown, the page ends, or what is captured from now on is not what it was until now. */
  refresh(fromZero?: boolean): void;
  /** Also watches a closed shadow root, or a document of the same origin. */
  watchRoot(root: Root): void;
}

/**
 * Starts the features that capture, and wires them: none of them knows another.
 *
 * @param url the script's own
 */
export const startCapture = (core: Core, url: string): Capture => {
  const impressions = startImpressions(core);
  const { refresh } = impressions;
  const discover = startDiscovery(core, startParking(core, impressions, url));
  const listenIn = startClicks(core);

  core.roots.forEach(listenIn);
  return {
    beginView: startPageviews(core, () => {
      refresh(true);
      core.counted =
        core.options.repeat === "session" && core.permission === "granted" ? touch(core).seen : {};
      core.roots.forEach(discover);
    }),
    refresh,
    watchRoot(root) {
      listenIn(root);
      discover(root);
    },
  };
};
