import { attempt } from "../lib/attempt.js";
import type { Root } from "../lib/root.js";
import { giveUp, isPlaced, type Lobby, place } from "./lobby.js";
import { carries, encloses, parts } from "./motion.js";

/** What a change of style is about that moves nothing. */
const PAINT = /color|opacity|shadow|filter/;

/** After these something may stand elsewhere, or moves from now on. */
const EVENTS =
  "transitionrun animationstart transitionend animationend toggle input load pointerover focusin scroll";
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
  sweep: () => void,
  rotate: () => void,
  beat: () => void,
): ((root: Root) => void) => {
  const [{ seen }] = lobbies as [Lobby];

  const seenIn = (node: Element | Root): Element[] => [
    ...((node as Element).matches?.(seen) ? [node as Element] : []),
    ...node.querySelectorAll(seen),
  ];

  const doubt = (element: Element): void => {
    for (const lobby of lobbies) if (isPlaced(lobby, element)) place(lobby, element);
  };

  /** Those on the page that it listens in. */
  const roots = new Set<Root>();
  /** One that was gone and comes back has the listener yet, and has it once. */
  const listen = (target: EventTarget, how: "add" | "remove", types: string): void => {
    for (const type of types.split(" ")) target[`${how}EventListener`](type, listener, true);
  };
  const listener = (event: Event) => attempt(() => hear(event as never), "lobby: ");
  listen(window, "add", OF_WINDOW);
  stops.push(() => {
    observer.disconnect();
    listen(window, "remove", OF_WINDOW);
    for (const root of roots) listen(root, "remove", EVENTS);
  });

  const observer = new MutationObserver((records) => {
    let isLess = false;
    for (const { attributeName, target, removedNodes } of records) {
      for (const node of removedNodes)
        if (node.nodeType === 1) {
          isLess = true;
          seenIn(node as Element).forEach(doubt);
        }
      const element = target as Element;
      if (attributeName) {
        doubt(element);
        if (!element.closest(seen) || carries(element, seen)) sweep();
      }
    }
    // What stands in a shadow root does not hear that its host is gone, and would be kept.
    if (isLess)
      for (const root of roots) {
        if (root.isConnected) continue;
        roots.delete(root);
        sweep();
      }
    beat();
  });

  const hear = ({ type, target, propertyName = "" }: TransitionEvent & { target: Element }): void => {
    if (PAINT.test(propertyName)) return;
    if (type === "scroll") return rotate();
    // What begins to move takes with it all that is in it: what it takes from their guards is watched for good.
    if (/run|start/.test(type)) {
      const moving = [target, ...[...roots].filter((root) => encloses(target, root))].flatMap(seenIn);
      for (const lobby of lobbies)
        for (const group of new Set(moving.map((element) => lobby.groupOf.get(element))))
          if (group && !group.isWatched && parts(target, group)) giveUp(lobby, group);
    }
    sweep();
  };

  const listenIn = (root: Root): void => {
    if (roots.has(root)) return;
    roots.add(root);
    listen(root, "add", EVENTS);
    observer.observe(root, { attributes: true, childList: true, subtree: true });
    // What moves its host moves what stands in it.
    const { host } = root as ShadowRoot;
    if (host) listenIn(host.getRootNode() as Root);
  };
  return listenIn;
};
