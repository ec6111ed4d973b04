import { attempt } from "../lib/attempt.js";
import type { Root } from "../lib/root.js";
import { isPlaced, type Lobby, place } from "./lobby.js";
import { carries, encloses } from "./motion.js";
import type { Sweeps } from "./sweeps.js";

/** What a change of style is about that moves nothing. */
const PAINT = /color|opacity|shadow|filter/;

/** After these something may stand elsewhere, or moves from now on. */
const EVENTS =
  "transitionrun animationstart transitionend animationend toggle input reset load pointerover focusin focusout scroll";
const OF_WINDOW = "resize hashchange";

/**
 * Hears of what may move elements by themselves, or away from their guards. Prices that change and flash in a card are
 * none of its business.
 *
 * @param sweep has everything reviewed
 * @param rotate has some of it reviewed
 * @returns listens in a root
 */
export const startSignals = (
  lobbies: Lobby[],
  stops: (() => void)[],
  sweep: Sweeps["sweep"],
  rotate: () => void,
  beat: () => void,
): ((root: Root) => void) => {
  const [{ seen }] = lobbies as [Lobby];

  const seenIn = (node: Element | Root): Element[] =>
    [node as Element, ...node.querySelectorAll(seen)].filter((one) => one.matches?.(seen));

  const doubt = (element: Element): void => {
    for (const lobby of lobbies) if (isPlaced(lobby, element)) place(lobby, element);
  };

  /** Those on the page that it listens in. */
  const roots = new Set<Root>();
  /** One that was gone and comes back has the listener yet, and has it once. */
  const listen = (target: EventTarget, types: string): void => {
    for (const type of types.split(" ")) target.addEventListener(type, listener, { capture: true, signal });
  };
  const listener = (event: Event) => attempt(() => hear(event as never), "lobby: ");
  // A root that is gone keeps its listeners until the end, and this keeps no root.
  const ending = new AbortController();
  const { signal } = ending;
  listen(window, OF_WINDOW);
  stops.push(() => {
    observer.disconnect();
    ending.abort();
  });

  const observer = new MutationObserver((records) => {
    let isLess = false;
    for (const { attributeName, target, removedNodes, previousSibling, nextSibling } of records) {
      // What is put between two may push them apart.
      for (const node of [...removedNodes, previousSibling, nextSibling] as (Element | null)[])
        if (node?.nodeType === 1) {
          isLess ||= !node.isConnected;
          seenIn(node).forEach(doubt);
        }
      const element = target as Element;
      if (attributeName) {
        doubt(element);
        if (!element.closest(seen) || carries(element, seen)) sweep();
      }
    }
    // What stands in a shadow root does not hear that its host is gone, and would be kept.
    for (const root of roots)
      if (isLess && !root.isConnected) {
        roots.delete(root);
        sweep();
      }
    beat();
  });

  const hear = ({ type, target, propertyName = "" }: TransitionEvent & { target: Element }): void => {
    if (PAINT.test(propertyName)) return;
    if (type === "scroll") return rotate();
    // What begins to move takes with it all that is in it, and perhaps away from their guards.
    if (/run|start/.test(type))
      [target, ...[...roots].filter((root) => encloses(target, root))].flatMap(seenIn).forEach(doubt);
    beat();
    // Of pointers, the focus and motion there is much, and most moves nothing far.
    sweep(+/over|foc|tion/.test(type));
  };

  const listenIn = (root: Root): void => {
    if (roots.has(root)) return;
    roots.add(root);
    listen(root, EVENTS);
    observer.observe(root, { attributes: true, childList: true, subtree: true });
    // What moves its host moves what stands in it.
    const { host } = root as ShadowRoot;
    if (host) listenIn(host.getRootNode() as Root);
  };
  return listenIn;
};
