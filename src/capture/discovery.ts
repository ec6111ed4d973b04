import { IMPRESSIONS, PREFIX, SEEN } from "../attributes.js";
import { formerParents, isElement } from "../context/tree.js";
import type { Core } from "../core.js";
import { attempt } from "../lib/attempt.js";
import type { List } from "../lib/list.js";
import { now } from "../lib/now.js";
import type { Root } from "../lib/root.js";

/** For how long elements are visited in one task, ms: a page must not feel it. */
const SLICE = 8;

/** So many are visited before the clock is asked: to ask it costs more than a visit. */
const SOME = 16;

/** What changes an element's identity or its rule: it is looked at anew when one of these changes. */
const FILTER = [...Object.keys(IMPRESSIONS), "location", "viewability", "data", "ignore"]
  .map((name) => PREFIX + name)
  .concat("slot");

/** Visits an element of a list, and hears at which place the next one stands. */
export type Visit = (element: Element, list: List, next: number) => void;

/**
 * Finds the elements that can be seen, and tells of each: at the start, when it is added, and when an attribute
 * changes that makes it another one. Text changes (live odds) are none of its business.
 *
 * @returns finds the elements of a root, and of the open shadow roots in it, now and when they change
 */
export const startDiscovery = (core: Core, found: Visit): ((root: Root) => void) => {
  /** Visits the next of the list that was planned last, which goes on first: what stands in an element comes after it. */
  let visitNext: (() => void) | undefined;
  const plan = (list: List, visit: Visit): void => {
    const before = visitNext;
    let next = 0;
    visitNext = () => {
      const element = list[next++];
      if (!element) visitNext = before;
      else if (element.isConnected) visit(element, list, next);
    };
  };

  const observer = new MutationObserver((records) => {
    // What stands in an element that was added with it is found with that one: a parser tells of each.
    const added = new Set<Node>();
    const outermost: Element[] = [];
    for (const record of records) {
      for (const node of record.removedNodes)
        if (isElement(node)) {
          formerParents.set(node, record.target);
          core.lists = {};
        }
      for (const node of record.attributeName ? [record.target] : record.addedNodes)
        if (isElement(node)) {
          core.lists = {};
          if (!added.has(record.target)) outermost.push(node);
          added.add(node);
        }
    }
    plan(outermost, search);
    visitSome();
  });
  core.stops.push(() => {
    observer.disconnect();
    visitNext = undefined;
  });

  const search = (element: Element): void => {
    look(element);
    attempt(() => element.matches(SEEN) && found(element, [element], 1));
    below(element);
  };

  const below = (node: Element | Root): void => {
    // Any may have a shadow root: to leave out those that cannot takes the browser longer than to look at all.
    plan(node.querySelectorAll("*"), look);
    // A browser finds one attribute fast, and several slowly: it is asked for those alone that there are.
    const used = SEEN.split(",").filter((selector) => node.querySelector(selector));
    if (used[0]) plan(node.querySelectorAll(`${used}`), found);
  };

  /** Visits a slice of what is to be visited, to which the root belongs from now on; the rest follows in other tasks. */
  const visitSome = (root?: Root): void => {
    const end = now() + SLICE;
    if (root) enter(root);
    // A form's fields hide its members by their names: the others are visited all the same.
    while (visitNext && now() < end)
      attempt(() => {
        for (let count = 0; count < SOME; count++) visitNext?.();
      });
    if (visitNext) setTimeout(visitSome);
  };

  const look = (element: Element): void => {
    const { localName, shadowRoot } = element;
    // Mutation observers stop at shadow roots, and `attachShadow` cannot be observed: open roots are looked for.
    if (shadowRoot) enter(shadowRoot);
    else if (localName === "dialog") core.dialogs.add(element);
    // An element of a type that is not defined yet has its root later.
    else if (localName.includes("-") && !customElements.get(localName))
      customElements.whenDefined(localName).then(() => {
        look(element);
        visitSome();
      });
  };

  const enter = (root: Root): void => {
    observer.observe(root, { childList: true, subtree: true, attributeFilter: FILTER });
    below(root);
  };

  return visitSome;
};
