import { attribute, IMPRESSIONS, reportAttribute, selectorFor } from "../attributes.js";
import type { Core } from "../core.js";

const GIVES_LOCATION = selectorFor("location,widget");

/**
 * The 0-based position of an entity: what `data-track-position` says on it or on what was clicked in it; else its index
 * among those with the same attribute in the nearest element that gives its location, other than itself; else, or where
 * that one stands outside of its shadow root, within its root.
 */
export const positionOf = (core: Core, clicked: Element, entity: Element, name: string): number => {
  const given = attribute(clicked, "position") ?? attribute(entity, "position");
  if (given && /^\d+$/.test(given)) return +given;
  if (given !== undefined) reportAttribute("position", given);
  const scope = entity.parentElement?.closest(GIVES_LOCATION) ?? (entity.getRootNode() as Document);
  const lists = (core.lists[name] ??= new Map());
  const list = lists.get(scope) ?? [...scope.querySelectorAll(selectorFor(name))];
  // Of the attributes that make impressions alone every change is told.
  if (name in IMPRESSIONS) lists.set(scope, list);
  return list.indexOf(entity);
};
