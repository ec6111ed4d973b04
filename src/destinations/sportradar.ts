import type { Destination, OutboundEvent, OutboundRequest } from "./destination.js";
import { eventsIn } from "./events-in.js";
import { post } from "./post.js";
import { byStatus } from "./verdict.js";

export interface SportradarConfig {
  /** The full URL of the tracker's endpoint. */
  url: string;
  /** Bearer token. */
  token: string;
  /** The name of the group that the users belong to. */
  clientId: string;
  /** The API's own default is `vaix`. */
  authenticationMethod?: "vaix" | "iam";
  /** Adds `data.timestamp` and `data.tracktag_id`: the API has no place for an event's time or id. */
  times?: boolean;
}

/** Sportradar (VAIX) tracker API: one TrackerEvent a request, 204 when taken. It has a place for every type. */
export const sportradar: Destination<SportradarConfig> = {
  name: "sportradar",
  settings: {
    url: {
      kind: "url",
      default: "https://api.vaix.ai/api/tracker/events",
      help: "the full URL of its endpoint",
    },
    token: { kind: "header", needed: true, secret: true, help: "bearer token" },
    clientId: { kind: "header", needed: true, help: "the group that the users belong to" },
    authenticationMethod: { kind: { oneOf: ["vaix", "iam"] }, help: "vaix or iam; not sent unless set" },
    times: { kind: "flag", default: false, help: "add timestamp and tracktag_id to data" },
  },
  pace: { concurrency: 32, batch: 1 },
  profiles: false,
  requests(records, config) {
    const { events, skipped } = eventsIn(records);
    return { requests: events.map((event) => request(event, config)), skipped };
  },
  rulings: byStatus,
};

const request = (event: OutboundEvent, config: SportradarConfig): OutboundRequest => {
  const { id, timestamp, event_type, user_id, origin, user_agent } = event;
  const data = config.times ? { ...event.data, timestamp, tracktag_id: id } : event.data;
  const headers = {
    authorization: `Bearer ${config.token}`,
    "x-vaix-client-id": config.clientId,
    "x-vaix-authentication-method": config.authenticationMethod,
    // The API derives the visitor's site and device from the headers that a browser would have sent.
    origin,
    "user-agent": user_agent,
  };
  return post(config.url, headers, { event_type, user_id, data }, [id]);
};
