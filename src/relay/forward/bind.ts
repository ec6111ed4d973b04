import type { Destination, OutboundRecord, OutboundRequest } from "../../destinations/destination.js";
import { DESTINATIONS, type DestinationName } from "../../destinations/index.js";

/** A destination that knows its configuration. */
export interface BoundDestination
  extends Pick<Destination<unknown>, "name" | "batch" | "profiles" | "verdicts"> {
  requests(records: OutboundRecord[]): { requests: OutboundRequest[]; skipped: string[] };
}

/** @param config what the settings of this destination amount to; they have been checked */
export function bind(name: DestinationName, config: unknown): BoundDestination {
  const destination = DESTINATIONS[name] as Destination<unknown>;
  return { ...destination, requests: (records) => destination.requests(records, config) };
}
