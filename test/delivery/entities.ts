import type { WireEvent } from "../../src/types.js";

/** What an impression of games has shown. An impression that joins another one lives on in it by these alone. */
export const entitiesOf = ({ event_type, data }: WireEvent): string[] =>
  event_type === "impressions:games" ? (data.game_ids as { id: string }[]).map(({ id }) => id) : [];
