import { IMPRESSIONS, PREFIX, SEEN } from "../attributes.js";
import { formerParents, isElement } from "../context/tree.js";
import type { Core } from "../core.js";
import { attempt } from "../lib/attempt.js";
import { now } from "../lib/now.js";
import type { Root } from "../lib/root.js";

/** For how long elements are visited in one task, ms: a page must not feel it. */
const SLICE = 8;

/**
 * What is visited: of the rest of a page nothing is seen, and nothing can have a shadow root. Names of tags come first: the
 * browser compares them in half of the time that attributes take.
 */
const VISITED = `:not(a,b,button,i,img,li,path,svg,td),${SEEN}`;

/** What changes an element's identity or its rule: it is looked at anew when one of these changes. */
const FILTER = [...Object.keys(IMPRESSIONS), "location", "viewability", "data", "ignore"]
  .map((name) => PREFIX + name)
  .concat("slot");

/**
 * Finds the elements that can be seen, and tells of each: at the start, when it is added, and when an attribute
 * changes that makes it another one. Text changes (live odds) are none of its business.
 *
 * @returns finds the elements of a root, and of the open shadow roots in it, now and when they change
 */
export const startDiscovery = (core: Core, found: (element: Element) => void): ((root: Root) => void) => {
  /** What is still to be visited: iterators over lists that do not change, as what is added later is told of. */
  const rest: IterableIterator<Element>[] = [];

  const observer = new MutationObserver((records) => {
    for (const record of records) {
      for (const node of record.removedNodes)
        if (isElement(node)) {
          formerParents.set(node, record.target);
          core.lists = {};
        }
      for (const node of record.attributeName ? [record.target] : record.addedNodes)
        if (isElement(node)) {
          rest.push([node].values(), below(node));
          core.lists = {};
        }
    }
    visitSome();
  });
  core.stops.push(() => {
    observer.disconnect();
    rest.length = 0;
  });

  /** All that may concern us: each of the rest may have a shadow root. */
  const below = (node: Element | Root) => node.querySelectorAll<Element>(VISITED).values();

  /** Visits a slice of what is to be visited, to which the root belongs from now on; the rest follows in other tasks. */
  const visitSome = (root?: Root): void => {
    const end = now() + SLICE;
    if (root) enter(root);
    while (rest[0] && now() < end)
      // A form's fields hide its members by their names: the others are visited all the same.
      attempt(() => {
        const { value } = (rest[0] as Iterator<Element>).next();
        value ? visit(value) : rest.shift();
      });
    if (rest[0]) setTimeout(visitSome);
  };

  const visit = (element: Element): void => {
    if (element.matches(SEEN)) found(element);
    if (element.localName === "dialog") core.dialogs.add(element);
    // Mutation observers stop at shadow roots, and `attachShadow` cannot be observed: open roots are looked for.
    if (element.shadowRoot) enter(element.shadowRoot);
    // An element of a type that is not defined yet has its root later.
    else if (element.matches(":not(:defined)"))
      customElements.whenDefined(element.localName).then(() => {
        rest.push([element].values());
        visitSome();
      });
  };

  const enter = (root: Root): void => {
    observer.observe(root, { childList: true, subtree: true, attributeFilter: FILTER });
    rest.push(below(root));
  };

  return visitSome;
};
