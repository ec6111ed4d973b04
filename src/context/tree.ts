import { attribute } from "../attributes.js";

/**
 * What stood around nodes that were removed: they keep their context. Observers tell of them afterwards, in a frame that
 * came before.
 */
export const formerParents = new WeakMap<Node, Node>();

/** Whether it is one, and not a root or a text. */
export const isElement = (node?: Node | null): node is Element => !!(node as Element | undefined)?.localName;

/** The element and its ancestors in the flat tree, innermost first: through slots, and out of open shadow roots. */
export const pathOf = (element?: Element | null): Element[] => {
  const path: Element[] = [];
  // A form whose fields are named like these members would lead round in a circle.
  while (element && !path.includes(element)) {
    path.push(element);
    const around: Node | null | undefined = element.parentNode || formerParents.get(element);
    // A link has a host, too, and that is no element.
    element = element.assignedSlot || (isElement(around) ? around : (around as ShadowRoot | undefined)?.host);
  }
  return path;
};

/** The nearest element that has the attribute: itself, or an ancestor in the flat tree. */
export const nearest = (element: Element, name: string): Element | undefined =>
  pathOf(element).find((one) => attribute(one, name) !== undefined);
