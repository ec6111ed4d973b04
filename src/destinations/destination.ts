import type { IdentifyRecord, Visit, WireEvent } from "../types.js";

/** What is known of the request that brought a record. Times are corrected. */
export interface Provenance extends Visit {
  /** ISO 8601 UTC: when the page sent the batch. */
  sent_at?: string;
  /** The page's `Origin` header, where the request had one. */
  origin?: string;
  /** The visitor's `User-Agent` header. */
  user_agent?: string;
}

/** A stored event with what is known of its batch: all that a backend may ask for. */
export interface OutboundEvent extends WireEvent, Provenance {
  kind: "event";
}

/** A stored identify record with what is known of its batch. */
export interface OutboundIdentify extends IdentifyRecord, Provenance {
  kind: "identify";
}

export type OutboundRecord = OutboundEvent | OutboundIdentify;

/** One HTTP request to a backend, and the ids of the records it delivers. */
export interface OutboundRequest {
  method: "POST";
  url: string;
  headers: Record<string, string>;
  /** JSON text. */
  body: string;
  ids: string[];
}

/**
 * What an answer means for the records of its request. `delivered`: done. `retry`: again, later.
 * `paused`: the credentials are refused; again, once somebody has mended them. `refused`: never again, a dead letter.
 */
export type Verdict = "delivered" | "retry" | "paused" | "refused";

/** A backend: pure functions from records to requests, and from answers to verdicts. Without DOM and Node. */
export interface Destination<Config> {
  name: string;
  /** How many records one call of `requests` may get; 1 where the backend takes one event a request. */
  batch: number;
  /** Whether it keeps profiles: only then is it given identify records. */
  profiles: boolean;
  /**
   * The records as requests, in the order in which to send them; the ids that this backend has no place for,
   * as `skipped`. Records of one user come in the order in which they were captured.
   */
  requests(records: OutboundRecord[], config: Config): { requests: OutboundRequest[]; skipped: string[] };
  /** The verdict for each id of the request. */
  verdicts(request: OutboundRequest, status: number, body: string): Map<string, Verdict>;
}
