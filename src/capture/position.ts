import { attribute, PREFIX, selectorFor } from "../attributes.js";
import { nearest, parentOf } from "../context/tree.js";
import type { Report } from "../lib/report.js";

/**
 * The 0-based position of an entity: what `data-track-position` says on it or on what was clicked in it; else its index
 * among those with the same attribute in the nearest element that gives its location, other than itself; else, or where
 * that one stands outside of its shadow root, within its root.
 */
export function positionOf(clicked: Element, entity: Element, name: string, report: Report): number {
  const given = attribute(clicked, "position") ?? attribute(entity, "position");
  if (given !== null) {
    if (/^\d+$/.test(given)) return +given;
    report(`bad ${PREFIX}position: "${given}"`);
  }
  const indexIn = (scope: ParentNode | null) =>
    scope ? [...scope.querySelectorAll(selectorFor([name]))].indexOf(entity) : -1;
  const index = indexIn(nearest(parentOf(entity), "location", "widget"));
  return index < 0 ? indexIn(entity.getRootNode() as Document) : index;
}
