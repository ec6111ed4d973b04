import { table } from "../lib/table.js";
import type { Destination, OutboundEvent, OutboundRequest } from "./destination.js";
import { eventsIn } from "./events-in.js";
import { idOf } from "./ids.js";
import { snakeCase } from "./names.js";
import { post } from "./post.js";
import { byStatus } from "./verdict.js";

export interface PrimeDataConfig {
  /** The full URL of the endpoint for events. */
  url: string;
  /** The id of the data source, `X-Client-Id` and `scope`. */
  clientId: string;
  /** The data source's write key, `X-Client-Access-Token`. */
  token: string;
}

/** Type → the field of `data` that holds the thing it is about, and what that is. Any other is about a list, or nothing. */
export const TARGETS = table(`add:casino_game game_id game
clicks:event event_id event
clicks:outcome outcome_id outcome
clicks:sport sport_id sport
clicks:league league_id league
clicks:menu-item item menu-item
clicks:social item social
clicks:game game_id game
statistics:add_bet selection_id selection
engagement:add_bet selection_id selection
impressions:page page page
impressions:widget widget widget
recommendations:add_bet selection_id selection
recommendations:click:betslip-outcome outcome_id outcome
recommendations:click:event event_id event
recommendations:click:league league_id league
recommendations:click:next_outcome outcome_id outcome
recommendations:click:outcome outcome_id outcome
social:click item social`);

/** PrimeData "Events Tracking API": a list of events, 200 when taken. Each type has to be registered there first. */
export const primedata: Destination<PrimeDataConfig> = {
  name: "primedata",
  settings: {
    url: {
      kind: "url",
      default: "https://dev.primedata.ai/powehi/smile",
      help: "the full URL of its endpoint; the default is PrimeData's development site",
    },
    clientId: { kind: "header", needed: true, help: "the id of the data source" },
    token: { kind: "header", needed: true, secret: true, help: "the write key of the data source" },
  },
  pace: { concurrency: 8, batch: 20 },
  profiles: false,
  reads: () => ["location", "user_id", "anonymous_id", ...[...TARGETS.values()].map(([field = ""]) => field)],
  requests(records, config) {
    const { events, skipped } = eventsIn(records);
    return { requests: events.length ? [request(events, config)] : [], skipped };
  },
  rulings: byStatus,
};

const request = (events: OutboundEvent[], { url, clientId, token }: PrimeDataConfig): OutboundRequest => {
  const headers = { "x-client-id": clientId, "x-client-access-token": token };
  const body = { events: events.map((event) => bodyOf(event, clientId)) };
  return post(
    url,
    headers,
    body,
    events.map(({ id }) => id),
  );
};

const bodyOf = (event: OutboundEvent, scope: string) => {
  const { id, event_type, session_id, anonymous_id = null, user_id, timestamp, sent_at, data } = event;
  const [field, itemType = ""] = TARGETS.get(event_type) ?? [];
  return {
    eventType: snakeCase(event_type),
    // "Any format is okay": one that knows of no session is one of its own.
    sessionId: session_id || anonymous_id || id,
    scope,
    timeStamp: timestamp,
    sendAt: sent_at,
    properties: { ...data, user_id, anonymous_id },
    source: item(data.location, "location"),
    target: field ? item(data[field], itemType) : NOTHING,
  };
};

/** As in the document's example. */
const NOTHING = { itemId: "_", itemType: "_" };

const item = (value: unknown, itemType: string) => {
  const itemId = idOf(value);
  return itemId === undefined ? NOTHING : { itemId, itemType };
};
