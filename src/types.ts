/** Any JSON object: an event's `data`, a user's traits. */
export type Json = Record<string, unknown>;

/** What a page reports: the body of one tracked event. Source: Sportradar tracker API, schema TrackerEvent. */
export interface TrackerEvent {
  /** One of the types in `catalog.ts`, such as `clicks:outcome`. */
  event_type: string;
  /** The logged-in user, 1 to 256 characters; null for an anonymous visitor. */
  user_id: string | null;
  data: Json;
}

/** A TrackerEvent with its identity and time, as it travels to the relay. */
export interface WireEvent extends TrackerEvent {
  /** UUID v4, minted at capture. Copies carry the same id. */
  id: string;
  /** ISO 8601 UTC: when the rule was met or the click was made. */
  timestamp: string;
}

/** A user's traits, as they travel to the relay, for backends that keep profiles. */
export interface IdentifyRecord {
  /** UUID v4. */
  id: string;
  /** ISO 8601 UTC. */
  timestamp: string;
  user_id: string;
  traits: Json;
  /** Names of traits to remove from the profile. */
  unset_traits: string[];
}

/** A device in detail, as far as it is known: names and versions as ua-parser-js 1.x words them. */
export interface DeviceDetail {
  browser?: string;
  browser_version?: string;
  engine?: string;
  engine_version?: string;
  os?: string;
  os_version?: string;
  vendor?: string;
  model?: string;
}

/** The members of an envelope that describe the visitor, the same for all of its events. */
export interface Visit {
  session_id?: string;
  anonymous_id?: string;
  device_type?: string;
  platform?: string;
  viewability?: string;
  /** Only `tracktag.full.js` tells it. */
  device?: DeviceDetail;
}

/** One request body from the page to the relay. At most 61,440 bytes of UTF-8 JSON. */
export interface Envelope extends Visit {
  v: 1;
  /** ISO 8601 UTC, by the visitor's clock, at the moment of sending. */
  sent_at?: string;
  events: WireEvent[];
  identify?: IdentifyRecord[];
  /** How many events the page has dropped since it last told, by reason. */
  dropped?: Record<string, number>;
}

/** Who visits, as far as this browser knows. Its form in storage. */
export interface Visitor {
  visit: Pick<Visit, "session_id" | "anonymous_id">;
  /** When the last event was, ms of the epoch: the only clock that tabs have in common. */
  last: number;
  /** What counted in this session, for the option `repeat=session`: the keys of entities. */
  seen: Record<string, boolean>;
  /** Whether the last answer was a failure: how many there were without a success. */
  failures?: number;
}

/**
 * An event, or a user's traits, on its way to the relay. Its form in storage. With it the visit in which it happened,
 * which is not known before consent.
 */
export type Item = (WireEvent | IdentifyRecord) & {
  visit?: Visitor["visit"];
  /** Where it is stored, and how much room it takes there, UTF-16 units. */
  key?: string;
  size?: number | undefined;
  /** In direct mode: which of the requests that it needs are done with; why, where one was refused. */
  done?: Record<number, string>;
};

/** `captured`; then `merged` into an earlier one, or `failed` (to be sent again), `kept`, `sent` or `dropped`. */
export type Stage = "captured" | "merged" | "failed" | "kept" | "sent" | "dropped";

/** Hears what becomes of each event. */
export type Listener = (news: { stage: Stage; event: WireEvent; reason?: string | undefined }) => void;

/** Gets each event as it is captured; returns it, changed or not, or null to drop it. */
export type Hook = (event: TrackerEvent) => TrackerEvent | null;

/** Counts of events on the wire: captured = merged + sent + queued + all dropped. */
export interface Stats {
  captured: number;
  merged: number;
  sent: number;
  queued: number;
  /** By reason. */
  dropped: Record<string, number>;
}
