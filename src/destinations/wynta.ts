import type { Json } from "../types.js";
import { answerObject, textOf } from "./answer.js";
import type { Destination, OutboundEvent, OutboundIdentify, OutboundRequest, Ruling } from "./destination.js";
import { uuidOf } from "./hash.js";
import { idOf, idsOf } from "./ids.js";
import { snakeCase } from "./names.js";
import { post } from "./post.js";
import { byStatus, forAll, verdict } from "./verdict.js";
import { whoseOf } from "./who.js";

export interface WyntaConfig {
  /** The base: `/v1/events/track` and `/v1/events/identify` are added. */
  url: string;
  /** Bearer token. */
  token: string;
  clientId?: string;
}

type Named = string | ((data: Json) => string);

const bet: Named = ({ selections }) =>
  idsOf(selections).length > 1 ? "multi_bet_placed" : "single_bet_placed";

/** The types that the API's taxonomy has a name for. Any other is called by its own, in snake_case. */
const NAMES: Record<string, Named> = {
  "impressions:page": "page_viewed",
  "clicks:event": "match_viewed",
  "clicks:sport": "sport_selected",
  "clicks:league": "league_selected",
  "clicks:game": "game_opened",
  "users:login": "login_success",
  "engagement:place_ticket": bet,
  "statistics:place_ticket": bet,
  "recommendations:place_bet": bet,
};

/** All of these are one name in the taxonomy; the rest of the type goes into `properties.kind`. */
const RECOMMENDATION = "recommendations:click:";

/** The values that the API takes. */
const DEVICES = ["mobile", "tablet", "desktop"];
const PLATFORMS = ["ios", "android", "web"];

/**
 * Wynta Player Platform API 0.1.0: events in lists of 10 to 50, each judged alone in a 202; players' traits one by one.
 * It knows copies by `event_id`.
 */
export const wynta: Destination<WyntaConfig> = {
  name: "wynta",
  settings: {
    url: {
      kind: { baseOf: "/v1/events" },
      needed: true,
      help: "the base URL, to which /v1/events/track and /v1/events/identify are added",
    },
    token: { kind: "header", needed: true, secret: true, help: "bearer token with the scope events:write" },
    clientId: { kind: "header", help: "sent as X-Client-Id, for its logs; not sent unless set" },
  },
  pace: { concurrency: 4, batch: 50, least: 10 },
  profiles: true,
  reads: () => ["brand", "selections", "kind"],
  requests(records, config) {
    const requests: OutboundRequest[] = [];
    const skipped: string[] = [];
    let events: OutboundEvent[] = [];
    const flush = () => {
      if (events.length) requests.push(track(events, config));
      events = [];
    };
    for (const record of records) {
      const whose = whoseOf(record);
      if (whose === undefined) skipped.push(record.id);
      else if (record.kind === "event") events.push(record);
      else {
        // What the player did before stays before; the events of others can wait for the list to fill.
        if (events.some((event) => whoseOf(event) === whose)) flush();
        requests.push(identify(record, config));
      }
    }
    flush();
    return { requests, skipped };
  },
  rulings(request, status, body) {
    const isTrack = request.url.endsWith(TRACK);
    return isTrack && verdict(status) === "delivered" ? oneByOne(request, body) : byStatus(request, status);
  },
};

const TRACK = "/v1/events/track";

const track = (events: OutboundEvent[], config: WyntaConfig): OutboundRequest =>
  send(TRACK, { events: events.map(bodyOf) }, events, config);

const bodyOf = (event: OutboundEvent): Json => {
  const { id, timestamp, event_type, session_id, device_type = "", platform = "", data } = event;
  const isRecommendation = event_type.startsWith(RECOMMENDATION);
  const name = isRecommendation ? "recommendation_clicked" : (NAMES[event_type] ?? snakeCase(event_type));
  return {
    user_id: whoseOf(event),
    session_id: session_id || undefined,
    event_id: id,
    event_name: typeof name === "string" ? name : name(data),
    timestamp,
    device_type: DEVICES.includes(device_type) ? device_type : undefined,
    platform: PLATFORMS.includes(platform) ? platform : undefined,
    brand_id: idOf(data.brand),
    properties: isRecommendation ? { ...data, kind: event_type.slice(RECOMMENDATION.length) } : data,
  };
};

const identify = (record: OutboundIdentify, config: WyntaConfig): OutboundRequest => {
  const { user_id, anonymous_id, traits, unset_traits, timestamp } = record;
  const body = { user_id, anonymous_id: anonymous_id || undefined, traits, unset_traits, timestamp };
  return send("/v1/events/identify", body, [record], config);
};

const send = (
  path: string,
  body: unknown,
  records: { id: string }[],
  { url, token, clientId }: WyntaConfig,
): OutboundRequest => {
  const ids = records.map(({ id }) => id);
  const headers = {
    authorization: `Bearer ${token}`,
    "x-client-id": clientId,
    // The same records have the same key; a list that is cut differently has another, for its answer is another.
    "x-idempotency-key": uuidOf(ids),
  };
  return post(url.replace(/\/+$/, "") + path, headers, body, ids);
};

/**
 * A 202 says of each event whether it was taken ("Response — 202 Accepted"). An error is a failed validation: never
 * again. An answer that cannot be read, or counts more rejected than it lists, leaves the others unknown: again, for
 * copies are told apart by `event_id`.
 */
const oneByOne = (request: OutboundRequest, body: string): Map<string, Ruling> => {
  const { errors, rejected } = answerObject(body) ?? {};
  if (!Array.isArray(errors)) return forAll(request, { verdict: "retry" });
  const rulings = new Map<string, Ruling>();
  for (const { index, event_id, code, message } of errors.map((error) => error ?? {})) {
    const id =
      request.ids.find((_, place) => place === index) ?? request.ids.find((each) => each === event_id);
    const reason = `${textOf(code)} ${textOf(message)}`.trim() || "rejected";
    if (id) rulings.set(id, { verdict: "refused", reason });
  }
  const others = rulings.size === (rejected ?? rulings.size) ? "delivered" : "retry";
  return new Map(request.ids.map((id) => [id, rulings.get(id) ?? { verdict: others }]));
};
