import type { Group } from "./group.js";

/**
 * What is known of the elements: each is in a group, or loose, or waits for a place. There are two: the elements of the
 * lower one are those of the page, and the elements of the upper one are the guards of the lower one.
 */
export interface Lobby {
  /** How far the members of a group may be apart, px: from the first edge to the last. */
  wide: number;
  tall: number;
  /**
   * What is this close to the viewport has to be watched, px. A guard is near from as far away as that and the width or
   * height of its group.
   */
  close: number;
  /** A selector for what can be seen on the page. */
  seen: string;
  /** Looks at an element, or looks at it anew. */
  watch(element: Element): void;
  unwatch(element: Element): void;
  groups: Set<Group>;
  groupOf: WeakMap<Element, Group>;
  /** They are watched each by itself, as on any other page. */
  loose: Set<Element>;
  /** They are for good. */
  given: WeakSet<Element>;
  /** In the order in which they were found. */
  waiting: Set<Element>;
  /** What is to be reviewed. */
  doubted: Set<Group>;
  /** Looks at the guards. */
  observer?: IntersectionObserver;
  /** In which the guards are the elements. */
  upper?: Lobby;
  /** Whose guards are the elements of this one. */
  lower?: Lobby;
  /** Hears when what the group stands in changes its size. */
  measure?(group: Group): void;
}

export const createLobby = (
  wide: number,
  tall: number,
  close: number,
  seen: string,
  watch: Lobby["watch"],
  unwatch: Lobby["unwatch"],
): Lobby => ({
  wide,
  tall,
  close,
  seen,
  watch,
  unwatch,
  groups: new Set(),
  groupOf: new WeakMap(),
  loose: new Set(),
  given: new WeakSet(),
  waiting: new Set(),
  doubted: new Set(),
});

/** Whether it is in a group, or loose. */
export const isPlaced = ({ groupOf, loose }: Lobby, element: Element): boolean =>
  groupOf.has(element) || loose.has(element);

/** Has a place found for an element, or sees whether it has kept it. */
export const place = (lobby: Lobby, element: Element): void => {
  const group = lobby.groupOf.get(element);
  if (group) lobby.doubted.add(group);
  else lobby.waiting.add(element);
};

/** It is no element of this lobby any more. */
export const forget = ({ groupOf, doubted, loose, waiting }: Lobby, element: Element): void => {
  const group = groupOf.get(element);
  if (group) {
    group.members = group.members.filter((member) => member !== element);
    doubted.add(group);
  }
  groupOf.delete(element);
  loose.delete(element);
  waiting.delete(element);
};

/** Watches it as the rule is. */
export const loosen = ({ watch, loose, waiting, groupOf }: Lobby, element: Element): void => {
  waiting.delete(element);
  groupOf.delete(element);
  if (!loose.has(element)) watch(element);
  loose.add(element);
};

/** Watches the members from now on, or no more. */
export const watchAll = ({ watch, unwatch }: Lobby, group: Group, isWatched = true): void => {
  if (!isWatched || !group.isWatched) group.members.forEach(isWatched ? watch : unwatch);
  group.isWatched = isWatched;
};

/**
 * Asks anew whether the guards are near; in the place of guards that are gone there are others. Those of the upper lobby
 * are asked at once, the others when the upper one has found that they may be near.
 */
export const guard = (lobby: Lobby, group: Group): void => {
  const { observer, upper } = lobby;
  dismiss(lobby, group);
  group.near = [];
  group.guards = [group.members[0] as Element, group.members.at(-1) as Element];
  for (const one of group.guards) {
    if (upper) place(upper, one);
    else observer?.observe(one);
  }
};

const dismiss = ({ observer, upper }: Lobby, group: Group): void => {
  for (const one of group.guards) {
    observer?.unobserve(one);
    if (upper) forget(upper, one);
  }
};

/** There is no such group any more; what becomes of its members is for others to say. */
export const dissolve = (lobby: Lobby, group: Group): void => {
  dismiss(lobby, group);
  for (const member of group.members) lobby.groupOf.delete(member);
  lobby.groups.delete(group);
  lobby.doubted.delete(group);
};

/** Watches its members one by one from now on, and for good. */
export const giveUp = (lobby: Lobby, group: Group): void => {
  dissolve(lobby, group);
  for (const member of group.members) {
    lobby.given.add(member);
    loosen(lobby, member);
  }
};
