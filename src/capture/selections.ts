import { attribute, selectorFor } from "../attributes.js";
import { nearest } from "../context/tree.js";
import type { Json } from "../types.js";

const SELECTION = selectorFor("selection");

/**
 * The selections (`SEL@EVENT SEL@EVENT`) of a combination or a ticket: those of the attribute's value, else of the
 * `data-track-selection` elements inside, else of those inside the nearest `data-track-selections`. One without its
 * event takes the nearest, if any.
 */
export const selectionsOf = (element: Element, value?: string): Json[] => {
  const scope = element.querySelector(SELECTION) ? element : nearest(element, "selections");
  return [...(value ? [element] : (scope?.querySelectorAll(SELECTION) ?? []))].flatMap((one) =>
    (value || attribute(one, "selection") || "").split(/\s+/).map((selection) => {
      const [id, event_id = attribute(nearest(one, "event"), "event")] = selection.split("@");
      return { id, event_id };
    }),
  );
};
