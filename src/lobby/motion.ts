import type { Root } from "../lib/root.js";
import type { Group } from "./group.js";
import { remember } from "./remember.js";

/** Whether it stands in the element, or in a shadow root there. */
export const encloses = (element: Element, node?: Node): unknown =>
  node && (element.contains(node) || encloses(element, (node.getRootNode() as ShadowRoot).host));

/** Whether something that can be seen may stand in the element, by a selector for it. */
export const carries = (element: Element, seen: string): unknown =>
  element.querySelector(seen) ||
  [element, ...element.querySelectorAll("*")].some(({ shadowRoot }) => shadowRoot);

/** Whether the element moves only some of the group's members, which then are not where their guards are. */
export const parts = (mover: Element, { members }: Group): boolean =>
  new Set(members.map((member) => encloses(mover, member))).size > 1;

/** The root in which it stands, and those around it. */
const rootsOf = (node: Node): Root[] => {
  const root = node.getRootNode() as ShadowRoot;
  return [root, ...(root.host ? rootsOf(root.host) : [])];
};

/**
 * What moves at this moment. Asked where style is clean.
 *
 * @param seen a selector for what can be seen
 * @returns whether some of the group's members move, and others don't
 */
export const movers = (seen: string): ((group: Group) => boolean) => {
  const known = new Map<Root, Element[]>();
  const moving = (root: Root): Element[] =>
    root
      .getAnimations()
      .flatMap(({ effect }) => (effect as KeyframeEffect | null)?.target ?? [])
      .filter((target) => target.matches(seen) || carries(target, seen));
  // A document does not tell of what moves in its shadow roots.
  return (group) =>
    [...new Set(group.members.flatMap(rootsOf))].some((root) =>
      remember(known, root, moving).some((mover) => parts(mover, group)),
    );
};
