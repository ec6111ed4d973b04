import { selectorFor } from "../attributes.js";

/** The parent in the flat tree: through slots, and out of open shadow roots. */
export const parentOf = (element: Element): Element | null =>
  element.assignedSlot ?? element.parentElement ?? (element.parentNode as ShadowRoot | null)?.host ?? null;

/** The nearest element that has one of the attributes: itself, or an ancestor in the flat tree. */
export function nearest(element: Element | null, ...names: string[]): Element | null {
  for (; element; element = parentOf(element)) {
    if (element.matches(selectorFor(names))) return element;
  }
  return null;
}
