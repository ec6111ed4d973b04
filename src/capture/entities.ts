import { attribute, IMPRESSIONS, reportAttribute } from "../attributes.js";
import { CATALOG, isList } from "../catalog.js";
import { contextOf } from "../context/context.js";
import type { Core } from "../core.js";
import { emit } from "../events.js";
import { toJson } from "../lib/json.js";

/** What an element stands for: its identity is the content, never the node. */
export interface Entity {
  /** Type, id and location. */
  identity: string;
  /** The rule by which its impression counts. */
  rule: string;
  /** Its impression counts, at this moment of `now()`, unless it has. */
  count(moment: number): void;
}

/** The entities of an element, or the one that the attribute makes it; none where it is ignored or incomplete. */
export const entitiesOf = (core: Core, element: Element, only?: string): Entity[] => {
  const context = contextOf(core, element);
  return Object.keys(IMPRESSIONS).flatMap((name) => {
    const value = attribute(element, name);
    if (value === "") reportAttribute(name, value);
    if (!context || !value || (only ?? name) !== name) return [];
    const known = IMPRESSIONS[name];
    const type = known || value;
    const field = CATALOG.get(type)?.[0] ?? name;
    const data = known ? { [field]: isList(field) ? [{ id: value }] : value } : {};
    const identity = toJson([type, known ? value : context.data, context.location]);
    return {
      identity,
      rule: context.viewability,
      count(moment) {
        if (core.counted[identity]) return;
        // First: who is told of it may begin a page view, and what is hidden is saved with it.
        core.counted[identity] = true;
        emit(core, type, data, context, moment);
      },
    };
  });
};
