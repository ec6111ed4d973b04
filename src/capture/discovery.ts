import { IDENTIFYING, IMPRESSIONS, PREFIX, selectorFor } from "../attributes.js";

/** A document, or the root of a shadow tree. */
export type Root = Document | ShadowRoot;

export interface Discovery {
  /** Also watches this root. */
  watch(root: Root): void;
  /** Finds every element again. */
  rescan(): void;
  stop(): void;
}

const SELECTOR = selectorFor(Object.keys(IMPRESSIONS));

/**
 * Finds the elements that can be seen, and tells of each: at the start, when it is added, and when an attribute
 * changes that makes it another one. Text changes (live odds) are none of its business.
 */
export function startDiscovery(found: (element: Element) => void): Discovery {
  const roots = new Set<Root>();

  const observer = new MutationObserver((records) => {
    for (const { attributeName, target, addedNodes } of records) {
      for (const node of attributeName ? [target] : addedNodes)
        if (node.nodeType === 1) scan(node as Element);
    }
  });

  function scan(node: Element | Root): void {
    if (!node.isConnected) return;
    if (node.nodeType === 1) visit(node as Element);
    // Every element, as each may have a shadow root.
    node.querySelectorAll("*").forEach(visit);
  }

  function visit(element: Element): void {
    if (element.matches(SELECTOR)) found(element);
    const { localName, shadowRoot } = element;
    // Mutation observers stop at shadow roots, and `attachShadow` cannot be observed: open roots are looked for.
    if (shadowRoot) watch(shadowRoot);
    // An element of a type that is not defined yet has its root later.
    else if (localName.includes("-") && !customElements.get(localName))
      customElements.whenDefined(localName).then(
        () => visit(element),
        () => {},
      );
  }

  function watch(root: Root): void {
    if (roots.has(root)) return;
    roots.add(root);
    const attributeFilter = IDENTIFYING.map((name) => PREFIX + name);
    observer.observe(root, { childList: true, subtree: true, attributeFilter });
    scan(root);
  }

  watch(document);
  return {
    watch,
    rescan: () => roots.forEach(scan),
    stop: () => observer.disconnect(),
  };
}
