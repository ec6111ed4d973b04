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
  /** What has lasted long enough counts. Where all is to start from zero, as in a hidden document, each dwell ends. */
  refresh(fromZero?: boolean): void;
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
  /** What is asked of an element that is or was looked at. */
  const askedOf = new WeakMap<Element, string>();
  /** As far as geometry goes. */
  const inView = new Map<Element, Look>();
  /** Since when an entity has been viewable, by its identity. */
  let dwells: Record<string, number> = {};
  /** Whether observers have nothing to tell: no frame comes within a task. */
  let isHeard = false;
  /** When the next of them may be due, ms of `now()`; Infinity: none runs. */
  let next = Infinity;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const isSeen = (element: Element): boolean => isPainted(element) && !isInert(core, element);

  const unobserve = (element: Element): void => observers[`${askedOf.get(element)}`]?.unobserve(element);

  const ask = (element: Element, asked = askedOf.get(element) ?? "0.5"): void => {
    // What a frame has told of it is not told again.
    hear();
    unobserve(element);
    askedOf.set(element, asked);
    observers[asked] ??= new IntersectionObserver(
      hear,
      // Chromium alone tells what is covered, and only to those who can wait for 100 ms.
      {
        threshold: [0, +(asked.split("+")[0] as string)],
        ...(asked.includes("+") && { trackVisibility: true, delay: 100 }),
      } as IntersectionObserverInit,
    );
    observers[asked].observe(element);
  };

  /** Takes in what any observer has to tell, frame by frame: each tells of an element at a time, and of several frames. */
  const hear = (told: IntersectionObserverEntry[] = []): void => {
    // To ask takes as long as elements are many, and no frame comes within a task.
    if (isHeard && !told[0]) return;
    isHeard = true;
    queueMicrotask(() => {
      isHeard = false;
    });
    const entries = Object.values(observers)
      .flatMap((observer) => observer.takeRecords())
      .concat(told)
      .sort((a, b) => a.time - b.time);
    entries.forEach((entry, index) => {
      // Where something around one element is broken, the others must not be lost with it.
      if (!attempt(() => look(entry), "impressions: ")) inView.delete(entry.target);
      // Firefox goes on with one frame a second while the document is hidden.
      if (entry.time !== entries[index + 1]?.time && !document.hidden) update(entry.time);
    });
  };

  /** Returns nothing where the element is not in view, or need not be. */
  const look = (entry: IntersectionObserverEntry & { isVisible?: boolean }): unknown => {
    const { target, time, isIntersecting, intersectionRatio, boundingClientRect, rootBounds, isVisible } =
      entry;
    if (!isIntersecting && time < next) return;
    const asked = `${askedOf.get(target)}`;
    const all = entitiesOf(core, target);
    const rule = all[0]?.rule ?? "";
    const area = boundingClientRect.width * boundingClientRect.height;
    const [share, dwell] = criteria(rule, area, rootBounds);
    const asks = rule.replace(/^[^+]*/, `${share}`);
    // An observer that does not look for covers says `false` of all: what was seen is taken to be so still.
    const isCovered =
      asks.includes("+") && (asked.includes("+") || !all.some(({ identity }) => dwells[identity]));
    const isEnough = intersectionRatio >= share * 0.999 && !(isVisible === false && isCovered);
    const wasEnough = isEnough || !!inView.get(target)?.isEnough;
    // Where it is only its size that has gone no frame has told of it.
    settle({ isEnough: wasEnough, area, entities: all, dwell }, target, time);
    const entities = all.filter(({ identity }) => again || !core.counted[identity]);
    if (!entities[0]) return unobserve(target);
    if (!isIntersecting) return;
    // Another size, another threshold from now on: what was seen goes on.
    if (asks !== asked) ask(target, asks);
    return inView.set(target, { isEnough, area, entities, dwell });
  };

  /** Counts what has lasted long enough at this moment. */
  const settle = ({ isEnough, area, entities, dwell }: Look, element: Element, moment: number): void => {
    if (isEnough && area)
      for (const { identity, count } of entities) {
        const due = (dwells[identity] as number) + dwell;
        // Who was told of one may have begun a page view: then there is none that is due, for it is no number.
        if (due <= moment && isSeen(element)) count(due);
      }
  };

  /** Begins, goes on with and breaks dwells, by what is in view at this moment. */
  const update = (moment: number): void => {
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
    if (next < Infinity) timer = setTimeout(lookAgain, next - now());
  };

  const lookAgain = (): void => {
    for (const element of inView.keys()) ask(element);
  };

  // What is larger than half of the viewport needs less of it, or more, and no threshold may be crossed.
  listen(core, window, "resize", lookAgain);

  core.stops.push(() => {
    for (const asked in observers) (observers[asked] as IntersectionObserver).disconnect();
    clearTimeout(timer);
  });

  return {
    watch: ask,
    unwatch(element) {
      // Of what has just gone out of view its observer has something to tell yet.
      if (!inView.has(element)) unobserve(element);
    },
    refresh(fromZero = document.hidden) {
      hear();
      for (const [element, view] of inView) settle(view, element, now());
      if (!fromZero) return;
      dwells = {};
      // What was removed is in view until its observer has told of it, and stands for what it was.
      lookAgain();
    },
  };
};
