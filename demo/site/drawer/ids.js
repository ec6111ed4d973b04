/** Where an event's `data` holds ids: field, kind of thing, and for lists how to read a member. */
const FIELDS = [
  ["event_id", "event"],
  ["outcome_id", "outcome"],
  ["selection_id", "selection"],
  ["league_id", "league"],
  ["sport_id", "sport"],
  ["game_id", "game"],
  ["widget", "widget"],
  ["item", "item"],
];
const LISTS = [
  ["events", "event"],
  ["leagues", "league"],
  ["sports", "sport"],
  ["game_ids", "game"],
  ["selections", "selection"],
];

/** The ids that an event speaks of, as `[{kind, id}]`, single ones first. */
export function idsOf(data) {
  const single = FIELDS.filter(([field]) => data[field] !== undefined).map(([field, kind]) => ({
    kind,
    id: String(data[field]),
  }));
  const listed = LISTS.flatMap(([field, kind]) =>
    Array.isArray(data[field]) ? data[field].map(({ id }) => ({ kind, id: String(id) })) : [],
  );
  return [...single, ...listed];
}
