import { type Box, intersection } from "./box.js";
import { rectOf } from "./rect.js";
import { ancestorsOf } from "./tree.js";

/** Whether it holds its fixed descendants, as an element that is transformed or filtered does. */
const holdsFixed = ({ transform, filter, perspective, contain, willChange }: CSSStyleDeclaration): boolean =>
  [transform, filter, perspective].some((value) => value && value !== "none") ||
  /paint|layout|strict|content/.test(contain) ||
  /transform|filter|perspective/.test(willChange);

/** The padding box, without scrollbars: what an element clips to. Its own measures know nothing of scale. */
function paddingBox(element: HTMLElement): Box {
  const { left, top, right, bottom } = rectOf(element);
  const { clientLeft, clientTop, clientWidth, clientHeight, offsetWidth, offsetHeight } = element;
  const x = (right - left) / offsetWidth;
  const y = (bottom - top) / offsetHeight;
  return {
    left: left + clientLeft * x,
    top: top + clientTop * y,
    right: left + (clientLeft + clientWidth) * x,
    bottom: top + (clientTop + clientHeight) * y,
  };
}

/** Clips to what the element shows of its descendants, on each axis. */
function clip(box: Box, element: HTMLElement, style: CSSStyleDeclaration): Box {
  const isContained = /paint|strict|content/.test(style.contain) || style.contentVisibility === "auto";
  const clipsX = isContained || style.overflowX !== "visible";
  const clipsY = isContained || style.overflowY !== "visible";
  if (!clipsX && !clipsY) return box;
  const { left, top, right, bottom } = paddingBox(element);
  return intersection(box, {
    left: clipsX ? left : -Infinity,
    top: clipsY ? top : -Infinity,
    right: clipsX ? right : Infinity,
    bottom: clipsY ? bottom : Infinity,
  });
}

/**
 * The part of an element's border box that no ancestor in the flat tree and no viewport cuts off. What is positioned is
 * clipped by the ancestors that hold it; what is in the top layer by the viewport alone.
 */
export function visibleBox(element: Element, viewport: Box): Box {
  let box = rectOf(element);
  let { position } = getComputedStyle(element);
  let isOnTop = element.matches(":modal");
  for (const ancestor of ancestorsOf(element)) {
    // The overflow of these two is the viewport's.
    if (isOnTop || ancestor === document.body || ancestor === document.documentElement) break;
    const style = getComputedStyle(ancestor);
    const isHeld =
      position === "fixed"
        ? holdsFixed(style)
        : position !== "absolute" || style.position !== "static" || holdsFixed(style);
    if (!isHeld || style.display === "contents" || style.display === "inline") continue;
    box = clip(box, ancestor as HTMLElement, style);
    position = style.position;
    isOnTop = ancestor.matches(":modal");
  }
  return intersection(box, viewport);
}
