import { EVENT_TYPES } from "./event-types.js";
import { snakeCase } from "./names.js";
import { TARGETS } from "./primedata.js";

type Schema = Record<string, unknown>;

/** An event schema as PrimeData wants it registered before the first event of its type. */
export interface EventSchema {
  /** The `eventType`. */
  name: string;
  description: string;
  /** The `itemType` of source and target, where there are any. */
  source: string;
  target: string;
  /** JSON Schema of `properties`. */
  properties: Schema;
}

const text: Schema = { type: "string" };
const textOrNull: Schema = { type: ["string", "null"] };
const listOf = (id: Schema, more: Schema = {}): Schema => ({
  type: "array",
  items: { type: "object", properties: { id, ...more }, required: ["id"] },
});
/** Ids of events and leagues are numbers where they can be. */
const numbered = listOf({ type: ["integer", "string"] });

/** Fields that are not texts. */
const FIELDS: Record<string, Schema> = {
  events: numbered,
  leagues: numbered,
  sports: listOf(text),
  game_ids: listOf(text),
  selections: listOf(text, { event_id: text }),
  position: { type: ["integer", "string"] },
  user: textOrNull,
  previous_location: textOrNull,
};

/** What every event has. */
const COMMON = ["page", "location", "channel", "brand"];

/** What some have, by the beginning of their type. */
const OPTIONAL: [beginning: string, fields: string[]][] = [
  ["clicks:", ["position"]],
  ["engagement:", ["position"]],
  ["impressions:page", ["user", "previous_location"]],
  ["impressions:widget", ["user", "widget"]],
];

/** One for each event type, in the order of the catalogue. */
export const eventSchemas = (): EventSchema[] =>
  [...EVENT_TYPES].map(([type, needed]) => schemaOf(type, needed));

const schemaOf = (type: string, needed: readonly string[]): EventSchema => {
  const optional = OPTIONAL.flatMap(([beginning, fields]) => (type.startsWith(beginning) ? fields : []));
  const fields = [...needed, ...optional, ...COMMON].map((field) => [field, FIELDS[field] ?? text]);
  return {
    name: snakeCase(type),
    description: `tracktag: ${type}`,
    source: "location",
    target: TARGETS.get(type)?.[1] ?? "_",
    properties: {
      type: "object",
      properties: { ...Object.fromEntries(fields), user_id: textOrNull, anonymous_id: textOrNull },
      required: [...needed, "user_id", "anonymous_id"],
    },
  };
};
