import { deep } from "./tree.js";

/** Where a visitor can click: `go` is a control of the page, `tracked` what it says to be an entity, or a frame. */
export interface Target {
  kind: "go" | "tracked";
  x: number;
  y: number;
}

function kindOf(element: Element): Target["kind"] {
  return element.matches("[data-go]") ? "go" : "tracked";
}

/** Whether a click there hits the element, and not what covers it. */
function isHit(element: Element, x: number, y: number): boolean {
  let hit = document.elementFromPoint(x, y);
  while (hit?.shadowRoot) {
    const inner = hit.shadowRoot.elementFromPoint(x, y);
    if (!inner || inner === hit) break;
    hit = inner;
  }
  while (hit && hit !== element)
    hit = hit.assignedSlot ?? hit.parentElement ?? (hit.getRootNode() as ShadowRoot).host ?? null;
  return hit === element;
}

/** All targets that can be hit in the middle. */
export const targets = (): Target[] =>
  [...deep(document, "[data-go], [data-track-event], [data-track-outcome], [data-track-game], iframe")]
    .map((element) => {
      const { left, top, width, height } = element.getBoundingClientRect();
      return {
        element,
        kind: kindOf(element),
        x: Math.round(left + width / 2),
        y: Math.round(top + height / 2),
      };
    })
    .filter(({ x, y }) => x > 0 && y > 0 && x < innerWidth && y < innerHeight)
    .filter(({ element, x, y }) => isHit(element, x, y))
    .map(({ kind, x, y }) => ({ kind, x, y }));
