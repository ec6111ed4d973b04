import type { Group } from "./group.js";
import { scrolls } from "./surroundings.js";

/**
 * Hears when a list changes its size: what grows in it pushes members away from their guards.
 *
 * @returns measures the list of a group, from now on
 */
export const startSizes = (stops: (() => void)[], changed: () => void): ((group: Group) => void) => {
  const measured = new WeakSet<Element>();
  /** The first that is told of each is what it was. */
  const told = new WeakSet<Element>();
  const observer = new ResizeObserver((entries) => {
    const isNews = entries.some(({ target }) => told.has(target));
    for (const { target } of entries) told.add(target);
    if (isNews) changed();
  });
  stops.push(() => observer.disconnect());
  return ({ guards: [first, last] }) => {
    let list = first?.parentElement;
    while (list && !list.contains(last as Element)) list = list.parentElement;
    if (!list) return;
    // A list that has more in it than fits need not grow with what is in it. To measure each guard costs in each frame.
    for (const one of (scrolls(list) ? [list, first, last] : [list]) as Element[]) {
      if (!measured.has(one)) observer.observe(one);
      measured.add(one);
    }
  };
};
