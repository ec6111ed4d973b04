import type { Core } from "../core.js";
import { attempt } from "../lib/attempt.js";
import { listen } from "../lib/listen.js";
import { now } from "../lib/now.js";
import { type Entity, entitiesOf } from "./entities.js";
import { isInert } from "./inertness.js";
import { criteria } from "./viewability.js";

export interface Impressions {
  /** Looks at an element, or looks at it anew: the answer comes with the next frame. */
  watch(element: Element): void;
  /** Looks no more at an element, which is out of view. */
  unwatch(element: Element): void;
  /** What has lasted long enough counts, and what is viewable begins; unless all is to start from zero. */
  refresh(fromZero: boolean): void;
}

/** What an observer has told of an element in view. */
interface Look {
  /** Whether as much is visible as is asked. */
  isEnough: boolean;
  /** px². */
  area: number;
  entities: Entity[];
  /** For how long it must stay, ms. */
  dwell: number;
  /** What its observer asks. */
  asked: string;
}

/**
 * How long until what stands in view without being seen is looked at again, ms: no observer tells that it has faded in,
 * that the dialog before it is closed, or that it has got an area.
 */
const SECOND_LOOK = 200;

/**
 * Asked in an observer's callback, when style is clean, so that nothing is computed for it. Safari has it from 17.4. What
 * was removed is as it was until the observers have told of it, and of what stands in its place.
 */
const isPainted = (element: Element): boolean =>
  !element.isConnected ||
  element.checkVisibility?.({ checkOpacity: true, checkVisibilityCSS: true }) !== false;

/**
 * Tells when impressions count. Nearly all elements share one observer, with the thresholds 0 and 0.5; one of another
 * rule or size gets a threshold of its own. When a dwell is due the element is observed anew: the answer comes with the
 * next frame, with geometry and style as they are then, and forces no layout. What was viewable was so until the frame
 * of which an answer tells: on a slow machine it may have gone by then, and has lasted long enough all the same.
 */
export const startImpressions = (core: Core): Impressions => {
  const again = core.options.repeat === "always";
  /** By what is asked: the share of an element that must be visible, with `+occlusion` where nothing may cover it. */
  const observers: Record<string, IntersectionObserver> = {};
  /** Who looks at an element. */
  const observerOf = new WeakMap<Element, IntersectionObserver>();
  /** As far as geometry goes. */
  const inView = new Map<Element, Look>();
  /** Since when an entity has been viewable, by its identity. */
  let dwells: Record<string, number> = {};
  /** Until when what is in view is known, ms of `now()`: the last frame of which an observer has told, or the end. */
  let moment = 0;
  /** When the next of them may be due; Infinity: none runs. */
  let next = Infinity;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const isSeen = (element: Element): boolean => isPainted(element) && !isInert(core, element);

  const unwatch = (element: Element): void => observerOf.get(element)?.unobserve(element);

  const watch = (element: Element, asked = "0.5"): void => {
    unwatch(element);
    const observer = (observers[asked] ??= new IntersectionObserver(
      (entries) => {
        // Where something around one element is broken, the others must not be lost with it.
        for (const entry of entries)
          if (!attempt(() => look(entry, asked), "impressions: ")) inView.delete(entry.target);
        // Firefox goes on with one frame a second while the document is hidden.
        if (!document.hidden) update();
      },
      // Chromium alone tells what is covered, and only to those who can wait for 100 ms.
      {
        threshold: [0, +(asked.split("+")[0] as string)],
        ...(asked.includes("+") && { trackVisibility: true, delay: 100 }),
      } as IntersectionObserverInit,
    ));
    observerOf.set(element, observer);
    observer.observe(element);
  };

  /** Returns nothing where the element is not in view, or need not be. */
  const look = (entry: IntersectionObserverEntry & { isVisible?: boolean }, asked: string): unknown => {
    const { target, isIntersecting, intersectionRatio, boundingClientRect, rootBounds, isVisible } = entry;
    moment = Math.max(moment, entry.time);
    if (!isIntersecting && moment < next) return;
    const all = entitiesOf(core, target);
    const rule = all[0]?.rule ?? "";
    const area = boundingClientRect.width * boundingClientRect.height;
    const [share, dwell] = criteria(rule, area, rootBounds);
    const asks = rule.replace(/^[^+]*/, `${share}`);
    // An observer that does not look for covers says `false` of all: what was seen is taken to be so still.
    const isCovered =
      asks.includes("+") && (asked.includes("+") || !all.some(({ identity }) => dwells[identity]));
    const isEnough = intersectionRatio >= share * 0.999 && !(isVisible === false && isCovered);
    // Where it is only its size that has gone no frame has told of it.
    if (area) settle({ entities: all, dwell }, target);
    const entities = all.filter(({ identity }) => again || !core.counted[identity]);
    if (!entities[0]) return unwatch(target);
    if (!isIntersecting) return;
    // Another size, another threshold from now on: what was seen goes on.
    if (asks !== asked) watch(target, asks);
    return inView.set(target, { isEnough, area, entities, dwell, asked: asks });
  };

  /** Counts what has lasted long enough at this moment. */
  const settle = ({ entities, dwell }: Pick<Look, "entities" | "dwell">, element: Element): void => {
    for (const { identity, count } of entities) {
      const due = (dwells[identity] as number) + dwell;
      // Who was told of one may have begun a page view: then there is none that is due, for it is no number.
      if (due <= moment && isSeen(element)) count(due);
    }
  };

  /** Begins, goes on with and breaks dwells. */
  const update = (): void => {
    const before = dwells;
    dwells = {};
    next = Infinity;
    for (const [element, { isEnough, area, entities, dwell }] of inView) {
      if (!isEnough) continue;
      if (area && isSeen(element))
        for (const { identity } of entities) {
          dwells[identity] = before[identity] ?? moment;
          if (!core.counted[identity]) next = Math.min(next, dwells[identity] + dwell);
        }
      else next = Math.min(next, moment + SECOND_LOOK);
    }
    if (again) for (const identity in before) if (!dwells[identity]) delete core.counted[identity];
    clearTimeout(timer);
    if (next < Infinity) timer = setTimeout(lookAgain, next - moment);
  };

  const lookAgain = (): void => {
    inView.forEach(({ asked }, element) => void watch(element, asked));
  };

  // What is larger than half of the viewport needs less of it, or more, and no threshold may be crossed.
  listen(core, window, "resize", lookAgain);

  core.stops.push(() => {
    for (const asked in observers) (observers[asked] as IntersectionObserver).disconnect();
    clearTimeout(timer);
  });

  return {
    watch,
    unwatch,
    refresh(fromZero) {
      moment = now();
      update();
      inView.forEach(settle);
      if (!fromZero) return;
      dwells = {};
      // What was removed is in view until its observer has told of it, and stands for what it was.
      lookAgain();
    },
  };
};
