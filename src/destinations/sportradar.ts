import type { Destination, OutboundEvent, OutboundRequest } from "./destination.js";
import { verdict } from "./verdict.js";

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

/** The production endpoint. */
export const SPORTRADAR_URL = "https://api.vaix.ai/api/tracker/events";

/** Sportradar (VAIX) tracker API: one TrackerEvent a request, 204 when taken. */
export const sportradar: Destination<SportradarConfig> = {
  name: "sportradar",
  batch: 1,
  profiles: false,
  requests(records, config) {
    const events = records.filter((record) => record.kind === "event");
    return { requests: events.map((event) => request(event, config)), skipped: [] };
  },
  verdicts: (request, status) => new Map(request.ids.map((id) => [id, verdict(status)])),
};

function request(event: OutboundEvent, config: SportradarConfig): OutboundRequest {
  const { id, timestamp, event_type, user_id, origin, user_agent } = event;
  const data = config.times ? { ...event.data, timestamp, tracktag_id: id } : event.data;
  return {
    method: "POST",
    url: config.url,
    headers: {
      authorization: `Bearer ${config.token}`,
      "content-type": "application/json",
      "x-vaix-client-id": config.clientId,
      ...(config.authenticationMethod && { "x-vaix-authentication-method": config.authenticationMethod }),
      // The API derives the visitor's site and device from the headers that a browser would have sent.
      ...(origin && { origin }),
      ...(user_agent && { "user-agent": user_agent }),
    },
    body: JSON.stringify({ event_type, user_id, data }),
    ids: [id],
  };
}
