import type { Json } from "./types.js";

/**
 * The event types, and after each the fields of `data` that it needs. The first is the one that the value of an
 * attribute fills. Source: Sportradar tracker API, `event_type` and the example of each type.
 * Adding a type is adding a row.
 */
const ROWS = `add:casino_game game_id game_name
clicks:event event_id
clicks:outcome outcome_id event_id
clicks:sport sport_id
clicks:league league_id
clicks:combination selections
clicks:menu-item item menu
clicks:social item
clicks:game game_id
impressions:events events
impressions:leagues leagues
impressions:sports sports
impressions:games game_ids
statistics:add_bet
statistics:place_ticket
engagement:add_bet selection_id event_id
engagement:place_ticket selections
users:login
impressions:page
impressions:widget
debug:message
recommendations:add_bet
recommendations:click:betslip-outcome
recommendations:click:combination
recommendations:click:event
recommendations:click:league
recommendations:click:next_outcome
recommendations:click:outcome
recommendations:click:view-more
recommendations:impression:betslip-events
recommendations:impression:events
recommendations:place_bet
social:click
vaix-widgets-loaded
custom`;

/** Type → needed fields. */
export const CATALOG: ReadonlyMap<string, string[]> = new Map(
  ROWS.split("\n").map((row) => {
    const [type = "", ...fields] = row.split(" ");
    return [type, fields];
  }),
);

/** The fields that hold a list of `{id}`. True: an id that is a canonical safe integer travels as a number. */
export const LISTS: Record<string, boolean> = {
  events: true,
  leagues: true,
  sports: false,
  game_ids: false,
  selections: false,
};

/** An id as it travels; empty for what is no id. */
function toId(value: unknown, numeric?: boolean): string | number {
  const id = /string|number/.test(typeof value) ? `${value}`.trim() : "";
  return numeric && Number.isSafeInteger(+id) && `${+id}` === id ? +id : id;
}

/** Puts the fields that the type needs into the form they travel in. Returns what is wrong, if anything. */
export function check(type: string, data: Json): string | undefined {
  const fields = CATALOG.get(type);
  if (!fields) return `unknown event type "${type}"`;
  for (const field of fields) {
    const isList = field in LISTS;
    const entries: Json[] = isList ? (Array.isArray(data[field]) ? data[field] : []) : [{ id: data[field] }];
    const list = entries.map((entry) => ({ ...entry, id: toId(entry?.id, LISTS[field]) }));
    if (!list[0] || list.some((entry) => entry.id === "")) return `${type} needs "${field}"`;
    data[field] = isList ? list : list[0].id;
  }
  return undefined;
}
