import { randomUUID } from "node:crypto";
import type { WireEvent } from "../../../src/types.js";

const place = {
  location: "widget:recommended",
  page: "/home",
  channel: "desktop",
  brand: "https://a.example",
};
const url = {
  location: "https://a.example/home",
  page: "/home",
  channel: "desktop",
  brand: "https://a.example",
};
const selections = [
  { id: "s1", event_id: "e1" },
  { id: "s2", event_id: "e2" },
];

/** `data` of each event type, with what the type needs, as the script sends it. */
export const SAMPLES: Record<string, Record<string, unknown>> = {
  "add:casino_game": { game_id: "g1", game_name: "Hall Of Gods", ...place },
  "clicks:event": { event_id: "e1", position: 0, ...place },
  "clicks:outcome": { event_id: "e1", outcome_id: "o1", position: 1, ...place },
  "clicks:sport": { sport_id: "sp1", position: 1, ...place },
  "clicks:league": { league_id: "l1", position: 1, ...place },
  "clicks:combination": { selections, ...place },
  "clicks:menu-item": { menu: "recommendations", item: "trending", ...place },
  "clicks:social": { item: "open-sharing-dialog", event_id: "e1", ...place },
  "clicks:game": { game_id: "g1", position: "3", ...place },
  "impressions:events": { events: [{ id: 1 }, { id: 2 }, { id: "x3" }], ...place },
  "impressions:leagues": { leagues: [{ id: 1 }], ...place },
  "impressions:sports": { sports: [{ id: "sp1" }, { id: "sp2" }], ...place },
  "impressions:games": { game_ids: [{ id: "g1" }, { id: "g2" }], ...place },
  "statistics:add_bet": { selection_id: "s1", ...place },
  "statistics:place_ticket": { selections, ...place },
  "engagement:add_bet": { event_id: "e1", selection_id: "s1", position: 1, ...place },
  "engagement:place_ticket": { selections, ...place },
  "users:login": place,
  "impressions:page": { user: "520535", previous_location: null, ...url },
  "impressions:widget": { user: "520535", widget: "recommended", ...url },
  "debug:message": { message: "hello", ...place },
  "recommendations:add_bet": { selection_id: "s1", ...place },
  "recommendations:click:betslip-outcome": { outcome_id: "o1", ...place },
  "recommendations:click:combination": { selections, ...place },
  "recommendations:click:event": { event_id: "e1", ...place },
  "recommendations:click:league": { league_id: "l1", ...place },
  "recommendations:click:next_outcome": { outcome_id: "o1", ...place },
  "recommendations:click:outcome": { outcome_id: "o1", ...place },
  "recommendations:click:view-more": place,
  "recommendations:impression:betslip-events": { events: [{ id: 1 }], ...place },
  "recommendations:impression:events": { events: [{ id: 1 }], ...place },
  "recommendations:place_bet": { selections: [{ id: "s1" }], ...place },
  "social:click": { item: "share", ...place },
  "vaix-widgets-loaded": place,
  custom: { anything: { nested: true }, ...place },
};

/** An event of the type. */
export const sample = (event_type: string, given: Partial<WireEvent> = {}): WireEvent => ({
  id: randomUUID(),
  timestamp: "2026-11-21T10:00:01.500Z",
  event_type,
  user_id: "520535",
  data: SAMPLES[event_type] ?? {},
  ...given,
});
