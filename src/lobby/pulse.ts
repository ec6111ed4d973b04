import { attempt } from "../lib/attempt.js";
import { now } from "../lib/now.js";
import type { Lobby } from "./lobby.js";
import { places } from "./places.js";

/** For how long a moment may last, ms: a page must not feel it. */
const SLICE = 8;

/**
 * Works at moments when style and layout are clean, so that to ask for them computes nothing: in the callback of an
 * observer that was asked to look, once a frame for as long as there is something to do.
 *
 * @param worked is told how long each moment was, ms, and whether all is done
 */
export function startPulse(
  lobby: Lobby,
  stops: (() => void)[],
  worked: (ms: number, isDone: boolean) => void,
): void {
  const { waiting, doubted } = lobby;
  const root = document.documentElement;

  function work(): void {
    const begun = now();
    const end = begun + SLICE;
    const { settle, review } = places(lobby);
    // What breaks at one must not cost the others.
    for (const group of doubted) {
      attempt(() => review(group), "lobby: ");
      if (now() > end) break;
    }
    if (now() < end) attempt(() => settle(end), "lobby: ");
    worked(now() - begun, !(doubted.size + waiting.size));
    lobby.beat();
  }

  const observer = new IntersectionObserver(() => {
    observer.unobserve(root);
    work();
  });
  lobby.beat = () => {
    if (doubted.size + waiting.size) observer.observe(root);
  };
  stops.push(() => observer.disconnect());
}
