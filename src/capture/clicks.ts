import { attribute, CLICKS } from "../attributes.js";
import { CATALOG } from "../catalog.js";
import { contextOf } from "../context/context.js";
import { nearest } from "../context/tree.js";
import type { Core } from "../core.js";
import { emit } from "../events.js";
import { listen } from "../lib/listen.js";
import { now } from "../lib/now.js";
import type { Root } from "../lib/root.js";
import type { Json } from "../types.js";
import { entitiesOf } from "./entities.js";
import { positionOf } from "./position.js";
import { selectionsOf } from "./selections.js";

const NAMES = Object.keys(CLICKS);

/** A pointer that moves farther between press and release may drag, px. */
const TREMOR = 10;

/**
 * Tells of clicks, in the capture phase: the page may stop their propagation. A keyboard's activation arrives as
 * `click`, the middle button as `auxclick`, a context menu as neither.
 *
 * @returns listens inside of a root out of which clicks don't come whole, such as a closed shadow root
 */
export const startClicks = (core: Core): ((root: Root) => void) => {
  let lastElement: Element | undefined;
  let lastTime: number;
  let pressed: MouseEvent | undefined;
  let lastPressed: MouseEvent | undefined;

  const onClick = (event: MouseEvent): void => {
    const path = event.composedPath() as Element[];
    // A carousel stops the click that ends a drag, after us: those are believed when they come back from the page. Those
    // of keyboards and scripts have no detail.
    const mayDrag =
      event.detail &&
      pressed &&
      Math.hypot(event.clientX - pressed.clientX, event.clientY - pressed.clientY) > TREMOR;
    const element = path.find((node) => NAMES.some((name) => attribute(node, name) !== undefined));
    if (
      event.button > 1 ||
      (event.eventPhase > 2 ? !mayDrag || event.defaultPrevented : mayDrag) ||
      (!event.isTrusted && core.options.untrusted === "false") ||
      // The listener inside of a closed root sees more of the path, and tells of it.
      [...core.roots].some((root) => (root as ShadowRoot).host === path[0]) ||
      // A label's click comes with one on its input (in Firefox a moment later), and one in a scanned open root twice.
      (element === lastElement &&
        (event.timeStamp === lastTime || (event.detail && pressed && pressed === lastPressed))) ||
      path.some((node) => attribute(node, "ignore") !== undefined)
    )
      return;
    lastElement = element;
    lastTime = event.timeStamp;
    lastPressed = pressed;
    if (element) for (const name of NAMES) resolve(element, name);
  };

  const resolve = (element: Element, name: string): void => {
    const value = attribute(element, name);
    if (value === undefined) return;
    const known = CLICKS[name];
    const data: Json = {};
    // The first field is the attribute's own. A field such as `event_id` is that of the nearest `event`.
    CATALOG.get(known || value)?.forEach((field, index) => {
      const giver = field.replace("_id", "");
      data[field] =
        field === "selections"
          ? selectionsOf(element, known && value)
          : known && !index
            ? value
            : attribute(nearest(element, giver), giver);
    });
    const entityName = data.event_id ? "event" : name;
    const entity = nearest(element, entityName) as Element;
    data.position = positionOf(core, element, entity, entityName);
    const moment = now();
    emit(core, known || value, data, contextOf(core, element), moment, () => {
      for (const { count } of entitiesOf(core, entity, entityName)) count(moment);
    });
  };

  // The window comes before all that is in a document, and after it.
  return (root) => {
    const target = (root as Document).defaultView ?? root;
    listen(core, target, "pointerdown", (event: PointerEvent) => {
      pressed = event;
    });
    listen(core, target, "click auxclick", onClick);
    listen(core, target, "click auxclick", onClick, false);
  };
};
