import type { Group } from "./group.js";

/** What is known of the elements: each is in a group, or loose, or waits for a place. */
export interface Lobby {
  /** Looks at an element, or looks at it anew. */
  watch(element: Element): void;
  unwatch(element: Element): void;
  groups: Set<Group>;
  groupOf: WeakMap<Element, Group>;
  /** They are watched one by one, as on any other page. */
  loose: Set<Element>;
  /** They are for good. */
  given: WeakSet<Element>;
  /** In the order in which they were found. */
  waiting: Set<Element>;
  /** What is to be reviewed. */
  doubted: Set<Group>;
  /** Looks at the guards. */
  observer?: IntersectionObserver;
  /** Sees to what waits and to what is doubted, when layout is clean. */
  beat(): void;
  /** Hears when what the group stands in changes its size. */
  measure(group: Group): void;
}

/** Watches it as the rule is. */
export function loosen({ watch, loose, waiting, groupOf }: Lobby, element: Element): void {
  waiting.delete(element);
  groupOf.delete(element);
  if (!loose.has(element)) watch(element);
  loose.add(element);
}

/** Watches the members from now on. */
export function watchAll({ watch }: Lobby, group: Group): void {
  if (!group.isWatched) group.members.forEach((member) => void watch(member));
  group.isWatched = true;
}

/** Nobody watches the members any more. */
export function park({ unwatch }: Lobby, group: Group): void {
  group.members.forEach((member) => void unwatch(member));
  group.isWatched = false;
}

/** Asks anew whether the guards are near; in the place of guards that are gone there are others. */
export function guard({ observer }: Lobby, group: Group): void {
  for (const one of group.guards) observer?.unobserve(one);
  group.guards = [group.members[0] as Element, group.members.at(-1) as Element];
  for (const one of group.guards) observer?.observe(one);
}

/** There is no such group any more; what becomes of its members is for others to say. */
export function dissolve({ groups, groupOf, doubted, observer }: Lobby, group: Group): void {
  for (const one of group.guards) observer?.unobserve(one);
  for (const member of group.members) groupOf.delete(member);
  groups.delete(group);
  doubted.delete(group);
}

/** Watches its members one by one from now on, and for good. */
export function giveUp(lobby: Lobby, group: Group): void {
  dissolve(lobby, group);
  for (const member of group.members) {
    lobby.given.add(member);
    loosen(lobby, member);
  }
}
