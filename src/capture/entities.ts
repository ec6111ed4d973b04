import { attribute, IMPRESSIONS, PREFIX } from "../attributes.js";
import { CATALOG, LISTS } from "../catalog.js";
import type { Core } from "../core.js";
import { toJson } from "../lib/json.js";

/** What an element stands for: its identity is the content, never the node. */
export interface Entity {
  /** Type, id and location. */
  key: string;
  /** The name of the rule by which its impression counts. */
  rule: string;
  /** Its impression counts, from this moment of `now()`. */
  count(moment: number): void;
}

/** The entities of an element, or the one that the attribute makes it; none where it is ignored or incomplete. */
export function entitiesOf(element: Element, { contextOf, emit, report }: Core, only?: string): Entity[] {
  const context = contextOf(element);
  return Object.entries(context ? IMPRESSIONS : {}).flatMap(([name, known]) => {
    const value = only && only !== name ? null : attribute(element, name);
    if (value === "") report(`${PREFIX}${name} is empty`);
    if (!value || !context) return [];
    const type = known || value;
    const field = known && (CATALOG.get(type)?.[0] ?? name);
    const data = field ? { [field]: field in LISTS ? [{ id: value }] : value } : {};
    return {
      key: toJson([type, field ? value : context.data, context.location]),
      rule: context.viewability,
      count: (moment: number) => emit(type, data, context, moment),
    };
  });
}
