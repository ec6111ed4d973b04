import { toJson } from "../lib/json.js";
import { read, write } from "../lib/storage.js";
import { uuid } from "../lib/uuid.js";
import type { Visitor } from "../types.js";

/** A session ends after this long without an event, ms. */
const LIFETIME = 30 * 60_000;

/** The one key of what is known of the visitor, with the version of its form. */
const KEY = "tracktag.v1";

export interface Session {
  /** The visitor at an event that happens now: in a new session after 30 minutes without one. */
  touch(): Visitor;
  /** Lets the other tabs and the next page know. */
  save(): void;
}

// By the distance, so that a clock which was set back does not keep a session alive for days.
const isOpen = (visitor: Partial<Visitor>) => Math.abs(Date.now() - (visitor.last ?? 0)) < LIFETIME;

/** Who visits, as far as this browser knows. The tabs of an origin share it. */
export function createSession(): Session {
  let visitor: Partial<Visitor> = {};

  return {
    touch() {
      if (!isOpen(visitor)) {
        const kept = (read(KEY) ?? {}) as Partial<Visitor>;
        const { anonymous_id = uuid() } = visitor.visit ?? kept.visit ?? {};
        visitor = isOpen(kept) ? kept : { visit: { session_id: uuid(), anonymous_id }, seen: {} };
      }
      visitor.last = Date.now();
      return visitor as Visitor;
    },
    save: () => write(KEY, toJson(visitor)),
  };
}
