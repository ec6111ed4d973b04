import { attribute, CONTEXT, reportAttribute } from "../attributes.js";
import { attempt } from "../lib/attempt.js";
import { isValid, type Options } from "../options.js";
import type { Json } from "../types.js";
import { pathOf } from "./tree.js";

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

/** The context of an element: inner wins over outer, and over the options. Undefined inside of `data-track-ignore`. */
export function contextOf(element: Element | null, options: Options): Context | undefined {
  const context = { data: {} } as Context;
  for (const name of CONTEXT) context[name] = options[name];
  for (const one of pathOf(element).reverse()) {
    if (attribute(one, "ignore") !== undefined) return;
    // A widget's name is a location.
    const widget = attribute(one, "widget")?.replace(/^[^:]+$/, "$&:default");
    if (widget) context.location = widget;
    for (const name of CONTEXT) {
      const value = attribute(one, name);
      if (value && isValid(name, value)) context[name] = value;
      else if (value !== undefined) reportAttribute(name, value);
    }
    const json = attribute(one, "data") ?? "{}";
    const data = attempt(() => JSON.parse(json));
    if (`${data}` === "[object Object]") Object.assign(context.data, data);
    else reportAttribute("data", json);
  }
  return context;
}
