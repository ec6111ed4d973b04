import { attribute, CONTEXT, PREFIX } from "../attributes.js";
import { attempt } from "../lib/attempt.js";
import type { Report } from "../lib/report.js";
import { isValid } from "../options.js";
import type { Json } from "../types.js";
import { parentOf } from "./tree.js";

/** What an event takes from the page around it. */
export interface Context {
  location: string;
  page: string;
  channel: string;
  brand: string;
  viewability: string;
  /** What `data-track-data` adds. */
  data: Json;
}

/** The value that the element gives to what is in it. A widget's name is a location. */
function given(element: Element, name: string): string | null {
  const widget = name === "location" && attribute(element, "widget");
  return attribute(element, name) ?? (widget ? widget.replace(/^[^:]+$/, "$&:default") : null);
}

/** The context of an element, by its flat tree: inner wins over outer. Undefined inside of `data-track-ignore`. */
export function contextOf(element: Element | null, base: Context, report: Report): Context | undefined {
  const context = { ...base };
  const missing = new Set(CONTEXT);
  for (; element; element = parentOf(element)) {
    if (attribute(element, "ignore") !== null) return;
    for (const name of missing) {
      const value = given(element, name);
      if (value === null) continue;
      if (value && isValid(name, value)) {
        context[name] = value;
        missing.delete(name);
      } else report(`bad ${PREFIX}${name}: "${value}"`);
    }
    const json = attribute(element, "data") ?? "{}";
    const data = attempt(() => JSON.parse(json));
    if (`${data}` === "[object Object]") context.data = { ...data, ...context.data };
    else report(`bad ${PREFIX}data: ${json}`);
  }
  return context;
}
