import { touch } from "../context/session.js";
import type { Core } from "../core.js";
import { report } from "../lib/report.js";
import type { Root } from "../lib/root.js";
import { startClicks } from "./clicks.js";
import { startDiscovery } from "./discovery.js";
import { startImpressions } from "./impressions.js";
import { startPageviews } from "./pageviews.js";

/** For how long elements wait for the file that parks them, ms. */
const PATIENCE = 500;

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
  const held: Element[] = [];

  function release(to: typeof found): void {
    found = to;
    for (const one of held.splice(0)) to(one);
  }

  const discover = startDiscovery(core, (element) => {
    found(element);
    if (--left) return;
    // Enough are watched to begin with: what is far is best never observed. Where the file does not come, all are.
    const hold = (one: Element) => held.push(one);
    found = hold;
    setTimeout(() => found === hold && release(watch), PATIENCE);
    import(`${new URL("tracktag.lobby.js", url)}`)
      .then((lobby) => left < 1 && release(lobby.default(watch, unwatch, core.stops)))
      .catch((error) => report(`no lobby: ${error}`));
  });
  // What comes after the end is not let in.
  core.stops.push(() => {
    left = 1;
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
