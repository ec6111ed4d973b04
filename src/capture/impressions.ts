import type { Core } from "../core.js";
import { attempt } from "../lib/attempt.js";
import { now } from "../lib/now.js";
import { report } from "../lib/report.js";
import { type Entity, entitiesOf } from "./entities.js";
import { criteria } from "./viewability.js";

export interface Impressions {
  /** Looks at an element, or looks at it anew: the answer comes with the next frame. */
  watch(element: Element): void;
  /** What has lasted long enough counts, and what is viewable begins; unless all is to start from zero. */
  refresh(fromZero: boolean): void;
}

/** What stands in view. */
interface Look {
  entities: Entity[];
  /** For how long it must stay, ms. */
  dwell: number;
  /** When it is looked at again, by `now()`. */
  due: number;
}

/** How long until an element in view is looked at again which has no area or is transparent, ms: no observer tells. */
const SECOND_LOOK = 1000;

/**
 * Asked in an observer's callback, when style is clean, so that nothing is computed for it. Safari has it from 17.4. What
 * was removed is as it was until the observers have told of it, and of what stands in its place.
 */
const isPainted = (element: Element): boolean =>
  !element.isConnected ||
  (element.checkVisibility?.({ checkOpacity: true, checkVisibilityCSS: true }) ?? true);

const areaOf = ({ width, height }: DOMRectReadOnly): number => width * height;

/**
 * Tells when impressions count. Nearly all elements share one observer, with the thresholds 0 and 0.5; one of another
 * rule or size gets a threshold of its own. When a dwell is due the element is observed anew: the answer comes with the
 * next frame, with geometry and style as they are then, and forces no layout.
 */
export function startImpressions(core: Core): Impressions {
  const again = core.options.repeat === "always";
  /** By the share of an element that must be visible. */
  const observers: Record<number, IntersectionObserver> = {};
  /** As far as geometry goes. */
  const inView = new Map<Element, Look>();
  /** Since when an entity has been viewable, by its identity. */
  let dwells: Record<string, number> = {};
  let timer: ReturnType<typeof setTimeout> | undefined;

  function unwatch(element: Element): void {
    for (const observer of Object.values(observers)) observer.unobserve(element);
  }

  function watch(element: Element, ratio = 0.5): void {
    unwatch(element);
    observers[ratio] ??= new IntersectionObserver(
      (entries) => attempt(() => onEntries(entries, ratio), report),
      {
        threshold: [0, ratio],
      },
    );
    observers[ratio].observe(element);
  }

  function onEntries(entries: IntersectionObserverEntry[], ratio: number): void {
    for (const entry of entries) look(entry, ratio);
    // Firefox goes on with one frame a second while the document is hidden.
    if (!document.hidden) update(now());
  }

  function look(entry: IntersectionObserverEntry, watchedRatio: number): void {
    const { target, intersectionRect, boundingClientRect } = entry;
    inView.delete(target);
    if (!entry.isIntersecting) return;
    const entities = entitiesOf(target, core).filter(({ identity }) => again || !core.counted[identity]);
    if (!entities[0]) return unwatch(target);
    const area = areaOf(boundingClientRect);
    const [ratio, dwell] = criteria(entities[0].rule, area);
    if (ratio !== watchedRatio) watch(target, ratio);
    const visible = areaOf(intersectionRect);
    // Without area it may get one, and no observer tells.
    if (visible >= ratio * area * 0.999)
      inView.set(target, { entities: visible ? entities : [], dwell, due: 0 });
  }

  /** Begins, goes on with, counts and breaks dwells: by identity, so that a list which is made anew breaks none. */
  function update(moment: number): void {
    const before = dwells;
    dwells = {};
    for (const [element, look] of inView) {
      const isViewable = look.entities[0] && isPainted(element);
      look.due = isViewable ? Infinity : moment + SECOND_LOOK;
      for (const { identity, count } of isViewable ? look.entities : []) {
        const since = before[identity] ?? moment;
        const due = since + look.dwell;
        dwells[identity] = since;
        if (due <= moment) count(due);
        else if (!core.counted[identity]) look.due = due;
      }
    }
    if (again) for (const identity in before) if (!dwells[identity]) delete core.counted[identity];
    clearTimeout(timer);
    const due = Math.min(...[...inView.values()].map((look) => look.due));
    // By `due`, not by the clock: timers fire early by a fraction, and what is looked at too early is looked at again.
    const lookAgain = () => inView.forEach((look, element) => look.due <= due && watch(element));
    if (due < Infinity) timer = setTimeout(lookAgain, due - moment);
  }

  core.stops.push(() => {
    for (const observer of Object.values(observers)) observer.disconnect();
    clearTimeout(timer);
  });

  return {
    watch: (element) => watch(element),
    refresh(fromZero) {
      update(now());
      if (fromZero) dwells = {};
    },
  };
}
