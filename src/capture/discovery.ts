import { IMPRESSIONS, PREFIX, selectorFor } from "../attributes.js";
import type { Core } from "../core.js";
import { attempt } from "../lib/attempt.js";
import type { Root } from "../lib/root.js";

const SELECTOR = selectorFor(Object.keys(IMPRESSIONS));

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
export function startDiscovery(
  { stops, dialogs }: Core,
  found: (element: Element) => void,
): (root: Root) => void {
  const observer = new MutationObserver((records) => {
    for (const { attributeName, target, addedNodes } of records)
      for (const node of attributeName ? [target] : addedNodes)
        if (node.nodeType === 1) scan(node as Element);
  });
  stops.push(() => observer.disconnect());

  /** Every element, as each may have a shadow root. */
  function scan(node: Element | Root): void {
    // A form's fields hide its members by their names: it must not cost the others.
    for (const element of [node as Element, ...node.querySelectorAll("*")]) attempt(() => visit(element));
  }

  function visit(element: Element): void {
    if (element.matches?.(SELECTOR)) found(element);
    if (element.localName === "dialog") dialogs.add(element);
    // Mutation observers stop at shadow roots, and `attachShadow` cannot be observed: open roots are looked for.
    if (element.shadowRoot) discover(element.shadowRoot);
    // An element of a type that is not defined yet has its root later.
    else if (element.matches?.(":not(:defined)"))
      customElements.whenDefined(element.localName).then(() => visit(element));
  }

  function discover(root: Root): void {
    observer.observe(root, { childList: true, subtree: true, attributeFilter: FILTER });
    scan(root);
  }

  return discover;
}
