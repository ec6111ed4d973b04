import { attribute, CLICKS, INHERITED, selectorFor } from "../attributes.js";
import { CATALOG } from "../catalog.js";
import { nearest } from "../context/tree.js";
import type { Core } from "../core.js";
import { attempt } from "../lib/attempt.js";
import { now } from "../lib/clock.js";
import { listen } from "../lib/listen.js";
import type { Json } from "../types.js";
import { positionOf } from "./position.js";
import { selectionsOf } from "./selections.js";

export interface Clicks {
  /** Also listens inside of a closed shadow root or a frame, out of which clicks don't come whole. */
  watch(root: Node): void;
  stop(): void;
}

const SELECTOR = selectorFor(Object.keys(CLICKS));

/**
 * Tells of clicks, in the capture phase: the page may stop their propagation. A keyboard's activation arrives as
 * `click`, the middle button as `auxclick`, a context menu as neither.
 *
 * @param seen an entity was clicked, at this moment: what its attribute of this name says was seen
 */
export function startClicks(
  core: Core,
  seen: (entity: Element, name: string, moment: number) => void,
): Clicks {
  const stops = new Map<Node | Window, () => void>();

  function onClick(event: MouseEvent): void {
    const path = event.composedPath();
    if (event.button > 1 || !(event.isTrusted || core.options.untrusted)) return;
    // The listener inside of a closed root sees more of the path, and tells of it.
    for (const root of stops.keys()) if ((root as ShadowRoot).host === path[0]) return;
    const element = path.find((node) => (node as Element).matches?.(SELECTOR)) as Element | undefined;
    for (const name in element && CLICKS) attempt(() => resolve(element as Element, name), core.report);
  }

  function resolve(element: Element, name: string): void {
    const value = attribute(element, name);
    const context = core.contextOf(element);
    if (value === null || !context) return;
    const type = CLICKS[name] || value;
    const data: Json = {};
    let [entity, entityName] = [element, name];
    for (const field of CATALOG.get(type) ?? []) {
      const giver = INHERITED[field] ?? "";
      const source = nearest(element, giver);
      // The first field is the attribute's own.
      if (CLICKS[name] && !Object.keys(data).length)
        data[field] = field === "selections" ? selectionsOf(element, value) : value;
      else if (source) {
        data[field] = attribute(source, giver);
        if (giver === "event") [entity, entityName] = [source, giver];
      }
    }
    data.position = positionOf(element, entity, entityName, core.report);
    const moment = now();
    core.emit(type, data, context, moment, () => seen(entity, entityName, moment));
  }

  function watch(root: Node | Window): void {
    if (!stops.has(root)) stops.set(root, listen(root, "click auxclick", onClick));
  }

  watch(window);
  return {
    watch,
    stop() {
      for (const stop of stops.values()) stop();
    },
  };
}
