import { listen } from "../lib/listen.js";
import type { Root } from "../lib/root.js";
import { giveUp, type Lobby, place } from "./lobby.js";
import { parts } from "./motion.js";

/** What a change of style is about that moves nothing. */
const PAINT = /color|opacity|shadow|filter|outline|background|visibility|fill|stroke/;

/** Between two turns lie so many ms: to be called in each frame would cost more than the turns. */
const PAUSE = 1000;

/** After these something may stand elsewhere. */
const EVENTS = "transitionend animationend toggle change input load pointerover focusin";

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

  const annotatedIn = (element: Element): Element[] => [
    ...(element.matches(seen) ? [element] : []),
    ...element.querySelectorAll(seen),
  ];

  const doubt = (element: Element): void => {
    for (const lobby of lobbies)
      if (lobby.groupOf.has(element) || lobby.loose.has(element)) place(lobby, element);
  };

  const observer = new MutationObserver((records) => {
    for (const { attributeName, target, removedNodes } of records) {
      for (const node of removedNodes) if (node.nodeType === 1) annotatedIn(node as Element).forEach(doubt);
      if (!attributeName) continue;
      const element = target as Element;
      const card = element.closest(seen);
      if (card === element) doubt(element);
      if (!card || element.querySelector(seen)) sweep();
    }
    beat();
  });
  stops.push(() => observer.disconnect());

  /** What begins to move takes with it all that is in it: what it takes from their guards is watched for good. */
  const onMotion = ({ target, propertyName = "" }: TransitionEvent & { target: Element }): void => {
    if (PAINT.test(propertyName)) return;
    const moving = annotatedIn(target);
    for (const lobby of lobbies)
      for (const group of new Set(moving.map((element) => lobby.groupOf.get(element))))
        if (group && !group.isWatched && parts(target, group)) giveUp(lobby, group);
    if (moving[0]) sweep();
  };

  listen({ stops }, window, "resize hashchange", sweep);
  return (root) => {
    observer.observe(root, { attributes: true, childList: true, subtree: true });
    listen({ stops }, root, "transitionrun animationstart", onMotion);
    listen(
      { stops },
      root,
      EVENTS,
      ({ propertyName }: TransitionEvent) => PAINT.test(propertyName) || sweep(),
    );
    let timer: ReturnType<typeof setTimeout>;
    const ends: (() => void)[] = [];
    const rest = (): void => ends.splice(0).forEach((end) => void end());
    const hear = (): void =>
      listen({ stops: ends }, root, "scroll", () => {
        rest();
        timer = setTimeout(hear, PAUSE);
        rotate();
      });
    hear();
    stops.push(() => {
      clearTimeout(timer);
      rest();
    });
  };
};
