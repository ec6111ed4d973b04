import { ancestorsOf } from "./tree.js";

/** The content of a closed `<details>` beside its first summary is not there, though it has geometry. */
const isClosed = (ancestor: Element, element: Element): boolean =>
  ancestor instanceof HTMLDetailsElement &&
  !ancestor.open &&
  !ancestor.querySelector(":scope > summary")?.contains(element);

/** Whether it can be seen as far as style goes: by itself, and by what stands around it. */
export function isPainted(element: Element): boolean {
  const { visibility, opacity } = getComputedStyle(element);
  return (
    visibility === "visible" &&
    +opacity > 0 &&
    ancestorsOf(element).every((ancestor) => {
      const style = getComputedStyle(ancestor);
      return +style.opacity > 0 && style.contentVisibility !== "hidden" && !isClosed(ancestor, element);
    })
  );
}
