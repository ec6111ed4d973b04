import { attempt } from "../lib/attempt.js";
import { now } from "../lib/now.js";
import type { Lobby } from "./lobby.js";
import { places } from "./places.js";

/** For how long a moment may last, ms: a page must not feel it. */
const SLICE = 8;

/** Where the work takes longer than this, ms, on a slow machine, its moments last three times as long. */
const PATIENCE = 250;

/** Where it takes longer than this, ms, guards that wait for guards of their own are looked at meanwhile. */
const TOO_LONG = 1000;

/**
 * Works at moments when style and layout are clean, so that to ask for them computes nothing: in the callback of an
 * observer that was asked to look, once a frame for as long as there is something to do.
 *
 * @param lobbies have something to do where something waits or is doubted
 * @param worked is told how long each moment was, ms, and whether all is done
 * @returns asks for the next moment, if there is something to do
 */
export const startPulse = (
  lobbies: Lobby[],
  stops: (() => void)[],
  worked: (ms: number, isDone: boolean) => void,
): (() => boolean) => {
  const isBusy = () => lobbies.some(({ waiting, doubted }) => doubted.size + waiting.size);
  const root = document.documentElement;

  /** Since when there has been something to do; 0: there is nothing. */
  let since = 0;

  const work = (): void => {
    const begun = now();
    since ||= begun;
    const end = begun + (begun - since < PATIENCE ? SLICE : 3 * SLICE);
    for (const lobby of lobbies) {
      const { settle, review } = places(lobby);
      // What breaks at one must not cost the others.
      for (const group of lobby.doubted) attempt(() => now() < end && review(group), "lobby: ");
      attempt(() => now() < end && settle(end), "lobby: ");
      // Those that they stand for are parked, and nobody else would tell of them.
      if (lobby.lower && end - since > TOO_LONG) lobby.waiting.forEach(lobby.watch);
    }
    const isDone = !beat();
    if (isDone) since = 0;
    worked(now() - begun, isDone);
  };

  /** Whether the next moment was asked for. */
  let isAsked = false;
  const observer = new IntersectionObserver(() => {
    observer.unobserve(root);
    isAsked = false;
    work();
  });
  const beat = () => {
    if (!isAsked && isBusy()) {
      isAsked = true;
      observer.observe(root);
    }
    return isAsked;
  };
  stops.push(() => observer.disconnect());
  return beat;
};
