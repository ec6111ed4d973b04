import type { IdentifyRecord, Visit, WireEvent } from "../types.js";
import type { Settings } from "./setting.js";

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

/** What a portion of records becomes. Each id is in a request or in `skipped`, and in only one of the two. */
export interface Plan {
  /** In the order in which to send them. A record may need several; they are the same whenever it is planned. */
  requests: OutboundRequest[];
  /** The ids of records that this backend has no place for. */
  skipped: string[];
}

/**
 * What an answer means for a record of its request. `delivered`: done. `retry`: again, later.
 * `paused`: the credentials are refused; again, once somebody has mended them. `refused`: never again, a dead letter.
 */
export type Verdict = "delivered" | "retry" | "paused" | "refused";

export interface Ruling {
  verdict: Verdict;
  /** Why, where the answer says so of this record alone. Without one, a request of several is refused as a whole. */
  reason?: string;
}

/** A backend: pure functions from records to requests, and from answers to rulings. Without DOM and Node. */
export interface Destination<Config> {
  name: string;
  /** What it has to be told. Flags, variables, the file's schema and the help follow. */
  settings: Settings<Config>;
  /**
   * Unless configured otherwise: requests at a time, and records a request (1: the backend takes no lists). While
   * requests are under way, fewer than `least` records wait a moment for others.
   */
  pace: { concurrency: number; batch: number; least?: number };
  /** Whether it keeps profiles: only then is it given identify records. */
  profiles: boolean;
  /** Fields of `data` that it does not only pass on: they are not renamed, nor is another called so. */
  reads?(): readonly string[];
  /** Whether it has a place for the device in detail: only then is what a page has not told derived. */
  device?: boolean;
  /** Whether progress is saved with each answer, not ten times a second: for one that cannot tell copies apart. */
  exact?: boolean;
  /** Records of one user come in the order in which they were captured. */
  requests(records: OutboundRecord[], config: Config): Plan;
  /** The ruling for each id of the request. One that is left out is tried again. */
  rulings(request: OutboundRequest, status: number, body: string): Map<string, Ruling>;
}
