import { attribute, selectorFor } from "../attributes.js";
import { nearest } from "../context/tree.js";
import type { Json } from "../types.js";

const SELECTION = selectorFor(["selection"]);

/** The selections of `SEL@EVENT SEL@EVENT`; one without its event takes the nearest to the element, if any. */
function parse(element: Element, text: string): Json[] {
  const around = nearest(element, "event");
  return text.split(/\s+/).map((selection) => {
    const [id, event = around && attribute(around, "event")] = selection.split("@");
    return event ? { id, event_id: event } : { id };
  });
}

/**
 * The selections of a combination or a ticket: those of the attribute's value, else of the `data-track-selection`
 * elements inside, else of those inside the nearest `data-track-selections`.
 */
export function selectionsOf(element: Element, value: string): Json[] {
  if (value) return parse(element, value);
  const inside = element.querySelectorAll(SELECTION);
  const found = inside.length ? inside : (nearest(element, "selections")?.querySelectorAll(SELECTION) ?? []);
  return [...found].flatMap((one) => parse(one, attribute(one, "selection") ?? ""));
}
