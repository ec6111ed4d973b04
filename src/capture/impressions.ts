import type { Core } from "../core.js";
import { attempt } from "../lib/attempt.js";
import { now } from "../lib/clock.js";
import { type Entity, entitiesOf } from "./entities.js";
import { dwellOf, requiredRatio } from "./viewability.js";

export interface Impressions {
  /** Watches an element, or looks at it anew unless it is what it was. */
  observe(element: Element): void;
  /** Ends every dwell: what has lasted long enough counts, the rest will start from zero. */
  pause(): void;
  /** Looks anew at what is in view. */
  resume(): void;
  stop(): void;
}

/** How long until an element in view is looked at again which has no area or is transparent, ms: no observer tells. */
const SECOND_LOOK = 1000;

/** Asked in an observer's callback, when style is clean, so that nothing is computed for it. Safari has it from 17.4. */
const isPainted = (element: Element): boolean =>
  element.checkVisibility?.({ checkOpacity: true, checkVisibilityCSS: true }) ?? true;

const areaOf = ({ width, height }: { width: number; height: number }): number => width * height;

const keysOf = (entities: Entity[]): string => entities.map(({ key }) => key).join();

/**
 * Tells when impressions count. Nearly all elements share one observer, with the thresholds 0 and the rule's; one of
 * another rule or size gets a threshold of its own. When a dwell is due the element is observed anew: the answer comes
 * with the next frame, with geometry and style as they are then, and forces no layout.
 *
 * @param counted the keys of what has counted
 */
export function startImpressions(core: Core, counted: Set<string>): Impressions {
  const again = core.options.repeat === "always";
  /** By the share of an element that must be visible. */
  const observers = new Map<number, IntersectionObserver>();
  /** The elements in view: what they stand for, and when they are looked at next. */
  const inView = new Map<Element, { entities: Entity[]; due: number }>();
  /** Since when an entity has been viewable, by its key. */
  const dwells = new Map<string, number>();
  let timer: ReturnType<typeof setTimeout> | undefined;

  function watch(element: Element, ratio = requiredRatio(core.options.viewability)): void {
    const observer =
      observers.get(ratio) ??
      new IntersectionObserver((entries) => onEntries(entries, ratio), { threshold: [0, ratio] });
    unwatch(element);
    observers.set(ratio, observer);
    observer.observe(element);
  }

  function unwatch(element: Element): void {
    for (const observer of observers.values()) observer.unobserve(element);
  }

  function onEntries(entries: IntersectionObserverEntry[], ratio: number): void {
    entries
      .filter(({ target, isIntersecting }) => isIntersecting || inView.has(target))
      // A list that makes its nodes anew does not break a dwell: the new ones enter before the removed ones leave.
      .sort((a, b) => +b.target.isConnected - +a.target.isConnected)
      .forEach((entry) => attempt(() => look(entry, ratio), core.report));
    schedule();
  }

  function look(entry: IntersectionObserverEntry, watchedRatio: number): void {
    const { target, time } = entry;
    const entities = entitiesOf(target, core);
    const area = areaOf(entry.boundingClientRect);
    // A cross-origin frame is not told its root.
    const viewport = entry.rootBounds ?? { width: innerWidth, height: innerHeight };
    const ratio = requiredRatio(entities[0]?.rule ?? "any", area, areaOf(viewport));
    if (ratio !== watchedRatio) watch(target, ratio);

    if (!entry.isIntersecting || areaOf(entry.intersectionRect) < ratio * area * 0.999) leave(target);
    else if (document.hidden) inView.set(target, { entities: [], due: Infinity });
    else if (area && isPainted(target)) dwell(target, entities, time);
    else {
      leave(target);
      inView.set(target, { entities: [], due: time + SECOND_LOOK });
    }
  }

  function dwell(element: Element, entities: Entity[], now: number): void {
    let due = Infinity;
    for (const entity of entities) {
      if (!dwells.has(entity.key)) dwells.set(entity.key, now);
      due = Math.min(due, settle(entity, now));
    }
    inView.set(element, { entities, due });
    if (due < Infinity || again) return;
    // All of it has counted.
    leave(element);
    unwatch(element);
  }

  /** Counts an entity that has been viewable for long enough, or returns when it will have been. */
  function settle({ key, rule, count }: Entity, now: number): number {
    if (counted.has(key)) return Infinity;
    const due = (dwells.get(key) ?? now) + dwellOf(rule);
    if (due > now) return due;
    counted.add(key);
    count(due);
    return Infinity;
  }

  function leave(element: Element): void {
    const { entities = [] } = inView.get(element) ?? {};
    inView.delete(element);
    const others = [...inView.values()].flatMap((other) => other.entities.map(({ key }) => key));
    for (const { key } of entities) {
      if (others.includes(key)) continue;
      dwells.delete(key);
      if (again) counted.delete(key);
    }
  }

  /** One timer, for what is due next. */
  function schedule(): void {
    clearTimeout(timer);
    const due = Math.min(...[...inView.values()].map((planned) => planned.due));
    if (due < Infinity) timer = setTimeout(onDue, due - now());
  }

  function onDue(): void {
    for (const [element, planned] of inView) {
      if (planned.due > now()) continue;
      planned.due = Infinity;
      watch(element);
    }
    schedule();
  }

  return {
    observe(element) {
      const before = inView.get(element);
      if (before && keysOf(before.entities) === keysOf(entitiesOf(element, core))) return;
      leave(element);
      watch(element);
    },
    pause() {
      for (const [element, { entities }] of inView)
        if (isPainted(element)) for (const entity of entities) settle(entity, now());
      dwells.clear();
      clearTimeout(timer);
    },
    resume() {
      for (const element of inView.keys()) watch(element);
    },
    stop() {
      for (const observer of observers.values()) observer.disconnect();
      clearTimeout(timer);
    },
  };
}
