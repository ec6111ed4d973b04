/**
 * The body of `POST /api/tracker/events` as the Sportradar tracker API documents it: the schema TrackerEvent, the
 * prose about it, and for each type the fields of its example. Written from the document, not from tracktag's tables:
 * it is to find where those are wrong.
 */

type Schema = Record<string, unknown>;
type Fields = Record<string, Schema>;

const text: Schema = { type: "string", minLength: 1 };
const url: Schema = { type: "string", format: "uri" };
const listOf = (fields: Fields): Schema => ({
  type: "array",
  minItems: 1,
  items: { type: "object", required: Object.keys(fields), properties: fields },
});

/** The examples have numbers in the lists of events and leagues; not every operator's ids are. */
const numbered = listOf({ id: { type: ["integer", "string"], minLength: 1 } });
const named = listOf({ id: text });

/** "For each click/impression event you need to include these two fields". */
const place: Fields = { page: text, location: text };

/** A number in every example but that of `clicks:game`, where it is "3". */
const position: Schema = {
  anyOf: [
    { type: "integer", minimum: 0 },
    { type: "string", pattern: "^\\d+$" },
  ],
};

/** In the examples of page and widget the location is a URL, and there is no page. */
const seen: Fields = { user: { type: ["string", "null"] }, location: url };

/** The types that the document shows by example: the fields that `data` needs. */
const EXAMPLES: Record<string, Fields> = {
  "add:casino_game": { game_id: text, game_name: text },
  "clicks:event": { event_id: text, ...place },
  "clicks:outcome": { event_id: text, outcome_id: text, ...place },
  "clicks:sport": { sport_id: text, ...place },
  "clicks:league": { league_id: text, ...place },
  "clicks:combination": { selections: listOf({ id: text, event_id: text }), ...place },
  "clicks:menu-item": { menu: text, item: text, ...place },
  "clicks:social": { item: text, ...place },
  "clicks:game": { game_id: text, ...place },
  "impressions:events": { events: numbered, ...place },
  "impressions:leagues": { leagues: numbered, ...place },
  "impressions:sports": { sports: named, ...place },
  "impressions:games": { game_ids: named, ...place },
  "engagement:add_bet": { event_id: text, selection_id: text, ...place },
  "engagement:place_ticket": { selections: listOf({ id: text }), ...place },
  "users:login": {},
  "impressions:page": { ...seen, previous_location: { type: ["string", "null"] } },
  "impressions:widget": seen,
};

/** The types that the document only names. */
const NAMED = [
  "statistics:add_bet",
  "statistics:place_ticket",
  "debug:message",
  "recommendations:add_bet",
  "recommendations:click:betslip-outcome",
  "recommendations:click:combination",
  "recommendations:click:event",
  "recommendations:click:league",
  "recommendations:click:next_outcome",
  "recommendations:click:outcome",
  "recommendations:click:view-more",
  "recommendations:impression:betslip-events",
  "recommendations:impression:events",
  "recommendations:place_bet",
  "social:click",
  "vaix-widgets-loaded",
  "custom",
];

/** Types without a user: all others say "`user_id` is required", which null fulfils for a visitor who is not known. */
const WITHOUT_USER = ["add:casino_game"];

export const EVENT_TYPES = [...Object.keys(EXAMPLES), ...NAMED];

const ruleOf = ([type, fields]: [string, Fields]): Schema => ({
  if: { properties: { event_type: { const: type } } },
  // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
  then: {
    required: [
      ...(Object.keys(fields).length ? ["data"] : []),
      ...(WITHOUT_USER.includes(type) ? [] : ["user_id"]),
    ],
    properties: {
      data: { type: "object", required: Object.keys(fields), properties: { position, ...fields } },
    },
  },
});

export const TRACKER_EVENT: Schema = {
  type: "object",
  additionalProperties: false,
  required: ["event_type"],
  properties: {
    event_type: { enum: EVENT_TYPES },
    user_id: { type: ["string", "null"], minLength: 1 },
    data: { type: "object" },
  },
  allOf: Object.entries(EXAMPLES).map(ruleOf),
};
