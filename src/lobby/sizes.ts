import type { Group } from "./group.js";

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
    const isNews = entries.filter(({ target }) => told.has(target)).length;
    for (const { target } of entries) told.add(target);
    if (isNews) changed();
  });
  stops.push(() => observer.disconnect());
  return ({ guards: [first, last] }) => {
    let list = first?.parentElement;
    while (list && last && !list.contains(last)) list = list.parentElement;
    for (const one of [list, first, last]) {
      if (one && !measured.has(one)) observer.observe(one);
      if (one) measured.add(one);
    }
  };
};
