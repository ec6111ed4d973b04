import { ancestorsOf } from "./tree.js";

/** The content of a closed `<details>` beside its first summary is not there, though it has geometry. */
const isClosed = (ancestor: Element, element: Element): boolean =>
  ancestor instanceof HTMLDetailsElement &&
  !ancestor.open &&
  !ancestor.querySelector(":scope > summary")?.contains(element);

/** Nobody can reach it: it is inert, or a modal dialog stands before it. */
function isShutOff(element: Element): boolean {
  const around = [element, ...ancestorsOf(element)];
  const modals = [...element.ownerDocument.querySelectorAll("dialog:modal")];
  return (
    around.some((one) => one.hasAttribute("inert")) ||
    (modals.length > 0 && !modals.some((one) => around.includes(one)))
  );
}

/** How much it can be seen as far as style goes, from 0 to 1: by itself, and by what stands around it. */
export function paintOf(element: Element): number {
  if (isShutOff(element)) return 0;
  const { visibility, opacity } = getComputedStyle(element);
  let paint = visibility === "visible" ? +opacity : 0;
  for (const ancestor of ancestorsOf(element)) {
    const style = getComputedStyle(ancestor);
    if (style.contentVisibility === "hidden" || isClosed(ancestor, element)) return 0;
    paint *= +style.opacity;
  }
  return paint;
}
