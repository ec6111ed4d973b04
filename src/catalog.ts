import { table } from "./lib/table.js";
import type { Json } from "./types.js";

/**
 * The types of events, and after each the fields of `data` that it needs. The first is the one that the value of an
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

/** What stands first in each row. */
type Keys<Text> = Text extends `${infer Row}\n${infer Rest}`
  ? Keys<Row> | Keys<Rest>
  : Text extends `${infer Key} ${string}`
    ? Key
    : Text;

/** The type of an event, such as `clicks:outcome`. */
export type EventType = Keys<typeof ROWS>;

/** The fields of `data` that each type needs. */
export const CATALOG = table(ROWS);

/** Whether the field holds a list of `{id}`: those have a name in the plural. */
export const isList = (field: string): boolean => /s$/.test(field);

/**
 * Puts the holder's field into the form in which it travels: an id is text without space around it or, in the lists
 * whose ids are numbers where they can be, a canonical safe integer. Returns whether there is an id.
 */
const settle = (holder: Json, field: string, isNumeric = false): boolean => {
  const value = holder?.[field];
  if (isList(field))
    return (
      Array.isArray(value) &&
      !!value[0] &&
      value.every((entry) => {
        settle(entry, "event_id");
        return settle(entry, "id", /^(ev|le)/.test(field));
      })
    );
  const id = /string|number/.test(typeof value) ? `${value}`.trim() : "";
  if (id) holder[field] = isNumeric && `${+id}` === id && Number.isSafeInteger(+id) ? +id : id;
  return !!id;
};

/** Puts the fields that the type needs into the form they travel in. Throws what is wrong, if anything. */
export const check = (type: string, data: Json): void => {
  const missing = (CATALOG.get(type) ?? ["a known type"]).find((field) => !settle(data, field));
  if (missing) throw Error(`needs ${missing}`);
};
