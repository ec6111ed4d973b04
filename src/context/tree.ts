import { selectorFor } from "../attributes.js";

/** The element and its ancestors in the flat tree, innermost first: through slots, and out of open shadow roots. */
export function pathOf(element: Element | null | undefined): Element[] {
  const path: Element[] = [];
  for (
    ;
    element;
    element = element.assignedSlot ?? element.parentElement ?? (element.parentNode as ShadowRoot)?.host
  )
    path.push(element);
  return path;
}

/** The nearest element that has the attribute: itself, or an ancestor in the flat tree. */
export const nearest = (element: Element, name: string): Element | undefined =>
  pathOf(element).find((one) => one.matches(selectorFor(name)));
