import { randomUUID } from "node:crypto";
import type { WireEvent } from "../../../src/types.js";

/** An event that the relay and Sportradar take; what is given replaces or adds to it. */
export function event(given: Partial<WireEvent> = {}): WireEvent {
  return {
    id: randomUUID(),
    timestamp: new Date().toISOString(),
    event_type: "clicks:event",
    user_id: "520535",
    data: { event_id: "1018561959", location: "widget:recommended", page: "/home" },
    ...given,
  };
}

/** An event that can be told from others by its `data.event_id`. */
export const numbered = (name: string, given: Partial<WireEvent> = {}): WireEvent =>
  event({ data: { ...event().data, event_id: name }, ...given });

export const identify = (given: Record<string, unknown> = {}): Record<string, unknown> => ({
  id: randomUUID(),
  timestamp: new Date().toISOString(),
  user_id: "520535",
  traits: { vip: true },
  unset_traits: ["trial"],
  ...given,
});

/** A request body. Anything can be put into it, wrong things too. */
export const batch = (events: unknown, given: Record<string, unknown> = {}): Record<string, unknown> => ({
  v: 1,
  sent_at: new Date().toISOString(),
  session_id: "2b1c",
  anonymous_id: "77aa",
  device_type: "desktop",
  platform: "web",
  viewability: "mrc",
  events,
  ...given,
});
