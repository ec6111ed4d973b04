/** The parent in the flat tree: the slot, the parent, or the host of an open shadow root. */
export const parentOf = (element: Element): Element | null =>
  element.assignedSlot ?? element.parentElement ?? (element.getRootNode() as ShadowRoot).host ?? null;

/** The ancestors in the flat tree, innermost first. */
export function ancestorsOf(element: Element): Element[] {
  const ancestors: Element[] = [];
  for (let one = parentOf(element); one; one = parentOf(one)) ancestors.push(one);
  return ancestors;
}

/** The elements below a root that match, in open shadow roots too. */
export function* deep(root: Document | ShadowRoot, selector: string): Generator<Element> {
  for (const element of root.querySelectorAll("*")) {
    if (element.matches(selector)) yield element;
    if (element.shadowRoot) yield* deep(element.shadowRoot, selector);
  }
}
