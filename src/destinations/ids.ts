import type { Json } from "../types.js";

/** A thing that an event is about. */
export interface Thing {
  id: string;
  /** What it is: `event`, `outcome`, … */
  type: string;
}

/** The fields of `data` that hold an id, the innermost thing first, and those that hold a list of `{id}`. */
const FIELDS: Record<string, string> = {
  outcome_id: "outcome",
  selection_id: "selection",
  event_id: "event",
  game_id: "game",
  league_id: "league",
  sport_id: "sport",
  selections: "selection",
  events: "event",
  leagues: "league",
  sports: "sport",
  game_ids: "game",
};

/** The fields in which things are named. */
export const ID_FIELDS: readonly string[] = Object.keys(FIELDS);

/** An id as text; undefined where there is none. Ids are texts or numbers; anybody may send anything. */
export const idOf = (value: unknown): string | undefined => {
  const text = typeof value === "string" || typeof value === "number" ? String(value).trim() : "";
  return text || undefined;
};

/** The ids of a list of `{id}`, in its order, without what has none; of anything else its own, if it is one. */
export const idsOf = (value: unknown): string[] =>
  (Array.isArray(value) ? value.map((entry) => entry?.id) : [value]).flatMap((id) => idOf(id) ?? []);

/** Every thing that `data` names, each once. */
export const thingsIn = (data: Json): Thing[] => {
  const things = Object.entries(FIELDS).flatMap(([field, type]) =>
    idsOf(data[field]).map((id) => ({ id, type })),
  );
  return [...new Map(things.map((thing) => [`${thing.type} ${thing.id}`, thing])).values()];
};
