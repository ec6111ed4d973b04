import { attribute, reportAttribute, selectorFor } from "../attributes.js";

const GIVES_LOCATION = selectorFor("location,widget");

/**
 * The 0-based position of an entity: what `data-track-position` says on it or on what was clicked in it; else its index
 * among those with the same attribute in the nearest element that gives its location, other than itself; else, or where
 * that one stands outside of its shadow root, within its root.
 */
export const positionOf = (clicked: Element, entity: Element, name: string): number => {
  const given = attribute(clicked, "position") ?? attribute(entity, "position");
  if (given && /^\d+$/.test(given)) return +given;
  if (given !== undefined) reportAttribute("position", given);
  const scope = entity.parentElement?.closest(GIVES_LOCATION) ?? (entity.getRootNode() as Document);
  // Of a long list no more is touched than has to be.
  return [].indexOf.call(scope.querySelectorAll(selectorFor(name)), entity as never);
};
