import type { Json } from "../types.js";

/** A thing that an event is about. */
export interface Thing {
  id: string;
  /** What it is: `event`, `outcome`, … */
  type: string;
}

/** The fields of `data` that hold an id, the innermost thing first. */
const SINGLE: Record<string, string> = {
  outcome_id: "outcome",
  selection_id: "selection",
  event_id: "event",
  game_id: "game",
  league_id: "league",
  sport_id: "sport",
};

/** The fields of `data` that hold a list of `{id}`. */
const LISTS: Record<string, string> = {
  selections: "selection",
  events: "event",
  leagues: "league",
  sports: "sport",
  game_ids: "game",
};

/** The fields in which things are named. */
export const ID_FIELDS: readonly string[] = [...Object.keys(SINGLE), ...Object.keys(LISTS)];

/** An id as text; undefined where there is none. Ids are texts or numbers; anybody may send anything. */
export function idOf(value: unknown): string | undefined {
  const text = typeof value === "string" || typeof value === "number" ? String(value).trim() : "";
  return text || undefined;
}

/** The ids of a list of `{id}`, in its order, without what has none. */
export const idsOf = (list: unknown): string[] =>
  (Array.isArray(list) ? list : []).flatMap((entry) => idOf(entry?.id) ?? []);

/** Every thing that `data` names, each once. */
export function thingsIn(data: Json): Thing[] {
  const single = Object.entries(SINGLE).map(([field, type]) => ({ type, ids: [idOf(data[field])] }));
  const listed = Object.entries(LISTS).map(([field, type]) => ({ type, ids: idsOf(data[field]) }));
  const things = [...single, ...listed].flatMap(({ type, ids }) =>
    ids.flatMap((id) => (id === undefined ? [] : [{ id, type }])),
  );
  return [...new Map(things.map((thing) => [`${thing.type} ${thing.id}`, thing])).values()];
}
