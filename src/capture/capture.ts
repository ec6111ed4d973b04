import { touch } from "../context/session.js";
import type { Core } from "../core.js";
import { report } from "../lib/report.js";
import type { Root } from "../lib/root.js";
import { startClicks } from "./clicks.js";
import { startDiscovery } from "./discovery.js";
import { startImpressions } from "./impressions.js";
import { startPageviews } from "./pageviews.js";

export interface Capture {
  /** Begins a page view: impressions count anew. */
  beginView(): void;
  /** The document is hidden or shown, or the page ends. */
  refresh(fromZero: boolean): void;
  /** Also watches a closed shadow root, or a document of the same origin. */
  watchRoot(root: Root): void;
}

/**
 * Starts the features that capture, and wires them: none of them knows another.
 *
 * @param url the script's own: on a page with very many elements the file that parks far ones comes from beside it
 */
export function startCapture(core: Core, url: string): Capture {
  const { watch, unwatch, refresh } = startImpressions(core);
  let found: (element: Element) => void = watch;
  let left = +core.options.lobby;
  core.stops.push(() => {
    left = 1;
  });

  const discover = startDiscovery(core, (element) => {
    // All are watched until it is there, and where it cannot be loaded.
    if (!--left)
      import(`${new URL("tracktag.lobby.js", url)}`)
        .then((lobby) => {
          if (left > 0) return;
          found = lobby.default(watch, unwatch, core.stops);
          core.roots.forEach(discover);
        })
        .catch(report);
    found(element);
  });
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
}
