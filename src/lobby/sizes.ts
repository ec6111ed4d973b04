import type { Group } from "./group.js";
import { encloses } from "./motion.js";
import { parentOf, scrolls } from "./surroundings.js";

/**
 * Hears when a list changes its size: what grows in it pushes members away from their guards.
 *
 * @returns measures the list of a group, from now on
 */
export const startSizes = (stops: (() => void)[], changed: () => void): ((group: Group) => void) => {
  /** What is measured, and whether something was told of it: the first is what its size was. */
  const told = new WeakMap<Element, boolean>();
  const observer = new ResizeObserver((entries) => {
    for (const { target } of entries) {
      if (told.get(target)) changed();
      told.set(target, true);
    }
  });
  stops.push(() => observer.disconnect());
  return ({ guards: [first, last] }) => {
    let list = parentOf(first as Element);
    // Of what has no box of its own, or is inline, nobody tells how large it is.
    while (list && !(list.clientHeight && encloses(list, last))) list = parentOf(list);
    if (!list) return;
    // A list that has more in it than fits need not grow with what is in it. To measure each guard costs in each frame.
    for (const one of (scrolls(list) ? [list, first, last] : [list]) as Element[]) {
      if (told.has(one)) continue;
      told.set(one, false);
      observer.observe(one);
    }
  };
};
