import { attribute, CONTEXT, reportAttribute } from "../attributes.js";
import type { Core } from "../core.js";
import { attempt } from "../lib/attempt.js";
import { isValid } from "../options.js";
import type { Json } from "../types.js";
import { pathOf } from "./tree.js";
import { pageName } from "./url.js";

/** What an event takes from the page around it. */
export interface Context extends Record<(typeof CONTEXT)[number], string> {
  /** What `data-track-data` adds. */
  data: Json;
}

/**
 * The context of an element, without one of the page: inner wins over outer, and over the options. Undefined inside of
 * `data-track-ignore`.
 */
export const contextOf = (core: Core, element?: Element): Context | undefined => {
  const context = { data: {} } as Context;
  for (const name of CONTEXT) context[name] = core.options[name];
  context.page = core.pageName || core.options.page || pageName();
  for (const one of pathOf(element).reverse()) {
    if (attribute(one, "ignore") !== undefined) return;
    // A widget's name is a location.
    context.location = attribute(one, "widget")?.replace(/^[^:]+$/, "$&:default") || context.location;
    for (const name of CONTEXT) {
      const value = attribute(one, name);
      if (!value) continue;
      if (isValid(name, value)) context[name] = value;
      else reportAttribute(name, value);
    }
    const json = attribute(one, "data");
    if (json === undefined) continue;
    const data = attempt(() => JSON.parse(json));
    if (`${data}` === "[object Object]") Object.assign(context.data, data);
    else reportAttribute("data", json);
  }
  return context;
};
