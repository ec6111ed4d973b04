import { attribute, IMPRESSIONS, reportAttribute } from "../attributes.js";
import { CATALOG, isList } from "../catalog.js";
import type { Core } from "../core.js";
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
export function entitiesOf(element: Element, core: Core, only?: string): Entity[] {
  const entities: Entity[] = [];
  const context = core.around(element);
  for (const name of context ? Object.keys(IMPRESSIONS) : []) {
    const value = attribute(element, name);
    if (value === "") reportAttribute(name, value);
    if (!context || !value || (only && only !== name)) continue;
    const known = IMPRESSIONS[name];
    const type = known || value;
    const field = CATALOG.get(type)?.[0] ?? name;
    const data = known ? { [field]: isList(field) ? [{ id: value }] : value } : {};
    const identity = toJson([type, known ? value : context.data, context.location]);
    entities.push({
      identity,
      rule: context.viewability,
      count(moment) {
        if (!core.counted[identity]) core.emit(type, data, context, moment);
        core.counted[identity] = true;
      },
    });
  }
  return entities;
}
