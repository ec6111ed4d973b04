import type { OutboundRecord } from "../../destinations/destination.js";
import type { StoredBatch } from "./inbox.js";

/** The records of a batch, each with what is known of all: identify records first, then the events as they came. */
export function recordsOf({ events, identify, ...provenance }: StoredBatch): OutboundRecord[] {
  return [
    ...identify.map((each) => ({ ...provenance, ...each, kind: "identify" as const })),
    ...events.map((each) => ({ ...provenance, ...each, kind: "event" as const })),
  ];
}
