import { type Box, boxOf } from "./box.js";
import { remember } from "./remember.js";

/** What is around an element, as far as it says whether others can guard it. */
export interface Surroundings {
  /** The nearest that moves on its own: it scrolls, sticks or is fixed. Only what moves together is grouped. */
  anchor?: Element;
  /** What cuts off, and has no margin for those who look from afar. */
  clips: Box[];
}

/** Chromium has it since 120, Firefox since 141, Safari since 26: a margin holds in scrollers, too. */
const HAS_SCROLL_MARGIN = "scrollMargin" in IntersectionObserver.prototype;

/** Whether it stays in view while what it stands in scrolls. */
const stays = (element: Element): boolean => /fixed|sticky/.test(getComputedStyle(element).position);

/** Also out of a shadow root. */
export const parentOf = (element: Element): Element | undefined =>
  element.parentElement ?? (element.getRootNode() as ShadowRoot).host;

/** Whether more is in it than fits. */
export const scrolls = (element: Element): boolean =>
  element.scrollWidth > element.clientWidth || element.scrollHeight > element.clientHeight;

/**
 * Looks around elements where style and layout are clean, and remembers what it has seen: it is for one moment.
 *
 * @returns of an element its surroundings; undefined where it cannot be guarded
 */
export const surveyor = (): ((element: Element) => Surroundings | undefined) => {
  const known = new Map<Element, Surroundings | undefined>();

  const inside = (element: Element): Surroundings | undefined => remember(known, element, look);

  const look = (element: Element): Surroundings | undefined => {
    const parent = parentOf(element);
    const around = parent ? inside(parent) : { clips: [] };
    const { overflow, contain, clipPath, contentVisibility } = getComputedStyle(element);
    // What is skipped has no geometry: to ask for it would be to lay it out.
    if (
      !around ||
      element.assignedSlot ||
      /auto|hidden/.test(contentVisibility) ||
      (element as HTMLDetailsElement).open === false
    )
      return undefined;
    // The overflow of these two is the viewport's.
    if (!parent || element === document.body) return around;
    const isScroller = overflow !== "visible" && scrolls(element);
    const cuts =
      /clip/.test(overflow) ||
      /paint|strict|content/.test(contain) ||
      clipPath !== "none" ||
      (isScroller && !HAS_SCROLL_MARGIN);
    const anchor = isScroller || stays(element) ? element : around.anchor;
    return {
      ...(anchor && { anchor }),
      clips: cuts ? [...around.clips, boxOf(element) ?? [0, 0, 0, 0]] : around.clips,
    };
  };

  return (element) => {
    const parent = parentOf(element);
    const around = parent && inside(parent);
    // Around a slot is what nobody here hears of.
    if (element.assignedSlot) return undefined;
    return around && stays(element) ? { ...around, anchor: element } : around;
  };
};
