import type { Root } from "../lib/root.js";
import { startGuards } from "./guards.js";
import type { Lobby } from "./lobby.js";
import { startPulse } from "./pulse.js";
import { startSignals } from "./signals.js";
import { startSizes } from "./sizes.js";
import { createSweeps } from "./sweeps.js";

/**
 * The entry of `tracktag.lobby.js`, which the script loads where a page has very many annotated elements. A browser's
 * work for an observed element is done in each frame: what is far is not observed, until it comes near.
 * What the two files say to each other has no names, as each shortens its own: arguments, and a function.
 */

/** Those of this page: of two trackers each has its own. */
const lobbies = new Set<Lobby>();

/** How many elements are parked now; for tests, and for who wants to know. */
export const parked = (): number =>
  [...lobbies]
    .flatMap(({ groups }) => [...groups])
    .reduce((sum, { isWatched, members }) => sum + (isWatched === false ? members.length : 0), 0);

/**
 * @param watch looks at an element, or looks at it anew
 * @param stops what ends it joins these
 * @returns what is to be told of each element that is found, or has changed
 */
export default function open(
  watch: (element: Element) => void,
  unwatch: (element: Element) => void,
  stops: (() => void)[],
): (element: Element) => void {
  // The margins of who looks from afar may not hold in a frame: there each element is watched.
  if (window !== top) return watch;

  const lobby: Lobby = {
    watch,
    unwatch,
    groups: new Set(),
    groupOf: new WeakMap(),
    loose: new Set(),
    given: new WeakSet(),
    waiting: new Set(),
    doubted: new Set(),
    beat() {},
    measure() {},
  };
  const { sweep, worked } = createSweeps(lobby, stops);
  startGuards(lobby, stops);
  startPulse(lobby, stops, worked);
  lobby.measure = startSizes(stops, sweep);
  const listenIn = startSignals(lobby, stops, sweep);
  const roots = new WeakSet<Root>();
  lobbies.add(lobby);
  stops.push(() => lobbies.delete(lobby));

  return (element) => {
    if (element.ownerDocument !== document) return watch(element);
    const root = element.getRootNode() as Root;
    if (!roots.has(root)) listenIn(root);
    roots.add(root);
    const group = lobby.groupOf.get(element);
    // One that is parked is looked at anew when it comes near.
    if (group ? group.isWatched : lobby.loose.has(element)) watch(element);
    if (group) lobby.doubted.add(group);
    else lobby.waiting.add(element);
    lobby.beat();
  };
}
