import { listen } from "../lib/listen.js";
import type { Root } from "../lib/root.js";
import { giveUp, type Lobby } from "./lobby.js";
import { parts } from "./motion.js";
import { SELECTOR } from "./selector.js";

/** What a change of style is about that moves nothing. */
const PAINT = /color|opacity|shadow|filter|outline|background|visibility|fill|stroke/;

/** After these something may stand elsewhere. */
const EVENTS = "transitionend animationend toggle change input load pointerover focusin fullscreenchange";

/**
 * Hears of what may move elements by themselves, or away from their guards. Prices that change and flash in a card are
 * none of its business.
 *
 * @param sweep has everything reviewed; lazily where nothing but scrolling is the reason
 * @returns listens in a root
 */
export function startSignals(
  lobby: Lobby,
  stops: (() => void)[],
  sweep: (isLazy?: boolean) => void,
): (root: Root) => void {
  const { groupOf, loose, waiting, doubted } = lobby;
  const annotatedIn = (element: Element): Element[] => [
    ...(element.matches(SELECTOR) ? [element] : []),
    ...element.querySelectorAll(SELECTOR),
  ];

  function doubt(element: Element): void {
    const group = groupOf.get(element);
    if (group) doubted.add(group);
    else if (loose.has(element)) waiting.add(element);
  }

  const observer = new MutationObserver((records) => {
    for (const { attributeName, target, removedNodes } of records) {
      for (const node of removedNodes) if (node.nodeType === 1) annotatedIn(node as Element).forEach(doubt);
      if (!attributeName) continue;
      const element = target as Element;
      const card = element.closest(SELECTOR);
      if (card === element) doubt(element);
      if (!card || element.querySelector(SELECTOR)) sweep();
    }
    lobby.beat();
  });
  stops.push(() => observer.disconnect());

  /** What begins to move takes with it all that is in it: what it takes from their guards is watched for good. */
  function onMotion({ target, propertyName = "" }: TransitionEvent & { target: Element }): void {
    if (PAINT.test(propertyName)) return;
    const torn = new Set(annotatedIn(target).map((element) => groupOf.get(element)));
    for (const group of torn) if (group && !group.isWatched && parts(target, group)) giveUp(lobby, group);
    if (torn.size) sweep();
  }

  listen(stops, window, "resize hashchange", () => sweep());
  return (root) => {
    observer.observe(root, { attributes: true, childList: true, subtree: true });
    listen(stops, root, "transitionrun animationstart", onMotion);
    listen(stops, root, EVENTS, () => sweep());
    listen(stops, root, "scroll", () => sweep(true));
  };
}
