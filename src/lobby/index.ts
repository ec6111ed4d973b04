import type { List } from "../lib/list.js";
import type { Root } from "../lib/root.js";
import { startGuards } from "./guards.js";
import { createLobby, isPlaced, type Lobby, place } from "./lobby.js";
import { startPulse } from "./pulse.js";
import { startSignals } from "./signals.js";
import { startSizes } from "./sizes.js";
import { createSweeps } from "./sweeps.js";

/**
 * The entry of `tracktag.lobby.js`, which the script loads where a page has very many annotated elements. A browser's
 * work for an observed element is done in each frame: what is far is not observed, until it comes near.
 * What the two files say to each other has no names, as each shortens its own: arguments, and a function.
 */

/** A group of elements is at most this wide and this tall, px; watched is what is this close to the viewport. */
const WIDE = 12_000;
const TALL = 1200;
const CLOSE = 600;

/** The same of a group of guards. */
const WIDEST = 24_000;
const TALLEST = 12_000;

/** For how long the first wait for a place without being watched, ms. */
const PATIENCE = 1000;

/** Those of this page: of two trackers each has its own. */
const lobbies = new Set<Lobby>();

/** How many elements are parked now; for tests, and for who wants to know. */
export const parked = (): number =>
  [...lobbies].flatMap(({ groups }) =>
    [...groups].flatMap(({ isWatched, members }) => (isWatched ? [] : members)),
  ).length;

/**
 * @param watch looks at an element, or looks at it anew
 * @param stops what ends it joins these
 * @param first those that are there already
 * @param seen a selector for all of them
 * @returns what is to be told of each element that is found, or has changed
 */
export default function open(
  watch: (element: Element) => void,
  unwatch: (element: Element) => void,
  stops: (() => void)[],
  first: List,
  seen: string,
): (element: Element) => void {
  // The margins of who looks from afar may not hold in a frame: there each element is watched.
  const home = window === top && document;
  const lower = createLobby(WIDE, TALL, CLOSE, seen, (element) => watch(element), unwatch);
  const observe = (guard: Element): void => lower.observer?.observe(guard);
  const unobserve = (guard: Element): void => lower.observer?.unobserve(guard);
  const upper = createLobby(WIDEST, TALLEST, TALL + CLOSE + CLOSE, seen, observe, unobserve);
  lower.upper = upper;
  upper.lower = lower;
  const both = [lower, upper];
  const beat = startPulse(both, stops, (ms, isDone) => worked(ms, isDone));
  const { sweep, rotate, worked } = createSweeps(both, beat);
  for (const lobby of both) startGuards(lobby, stops, beat);
  lower.measure = startSizes(stops, sweep);
  const listenIn = startSignals(both, stops, sweep, rotate, beat);
  /** Whether those that were there first have waited long enough. */
  let isSettled = false;
  lobbies.add(lower);
  stops.push(() => {
    lobbies.delete(lower);
    // Whoever has something to do yet finds nothing.
    both.length = 0;
    lower.waiting.clear();
  });

  const found = (element: Element): void => {
    // The first are told of twice, and some have gone meanwhile.
    if ((!isSettled && lower.waiting.has(element)) || !element.isConnected) return;
    if (element.ownerDocument !== home) return watch(element);
    listenIn(element.getRootNode() as Root);
    // One that has changed or was moved may be in view before it is reviewed: until then it is watched. So is a new one.
    if (isSettled || isPlaced(lower, element)) watch(element);
    place(lower, element);
    beat();
  };

  // The first were there before this file was, and are watched; the rest waits for a place, but not for long.
  first.forEach(found);
  setTimeout(() => {
    isSettled = true;
    for (const element of lower.waiting) watch(element);
  }, PATIENCE);
  return found;
}
