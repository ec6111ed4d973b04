import type { Group } from "./group.js";

/** Whether the element moves only some of the group's members, which then are not where their guards are. */
export const parts = (mover: Element, { members }: Group): boolean =>
  members.some((member) => mover.contains(member)) && !members.every((member) => mover.contains(member));

/**
 * What moves at this moment. Asked where style is clean.
 *
 * @param seen a selector for what can be seen
 * @returns whether some of the group's members move, and others don't
 */
export const movers = (seen: string): ((group: Group) => boolean) => {
  let moving: Element[] | undefined;
  return (group) => {
    moving ??= document
      .getAnimations()
      .flatMap(({ effect }) => (effect as KeyframeEffect | null)?.target ?? [])
      .filter((target) => target.matches(seen) || target.querySelector(seen));
    return moving.some((mover) => parts(mover, group));
  };
};
