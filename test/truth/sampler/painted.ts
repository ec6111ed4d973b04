import { ancestorsOf } from "./tree.js";

/** The content of a closed `<details>` beside its first summary is not there, though it has geometry. */
const isClosed = (ancestor: Element, element: Element): boolean =>
  ancestor instanceof HTMLDetailsElement &&
  !ancestor.open &&
  !ancestor.querySelector(":scope > summary")?.contains(element);

/** How much it can be seen as far as style goes, from 0 to 1: by itself, and by what stands around it. */
export function paintOf(element: Element): number {
  const { visibility, opacity } = getComputedStyle(element);
  let paint = visibility === "visible" ? +opacity : 0;
  for (const ancestor of ancestorsOf(element)) {
    const style = getComputedStyle(ancestor);
    if (style.contentVisibility === "hidden" || isClosed(ancestor, element)) return 0;
    paint *= +style.opacity;
  }
  return paint;
}
