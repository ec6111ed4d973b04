import { toJson } from "../lib/json.js";
import type { Storage } from "../lib/storage.js";
import { uuid } from "../lib/uuid.js";

/** A session ends after this long without an event, ms. */
const LIFETIME = 30 * 60_000;

/** The one key of what is known of the visitor, with the version of its form. */
const KEY = "tracktag.v1";

/** What is kept: the tabs of an origin share it. */
interface Visitor {
  anonymous: string;
  session: string;
  /** When the last event was, ms of the epoch: the only clock that tabs have in common. */
  last: number;
  /** What counted in this session, for the option `repeat=session`. */
  seen: Set<string>;
}

export interface Session {
  /** The session of an event that happens now: a new one after 30 minutes without an event. */
  touch(): string;
  anonymousId(): string;
  /** What counted in this session. */
  seen(): Set<string>;
  /** Lets the other tabs and the next page know. */
  save(): void;
  forget(): void;
}

export function createSession(storage: Storage): Session {
  let visitor: Visitor | undefined;

  function touch(): Visitor {
    const now = Date.now();
    // By the distance, so that a clock which was set back does not keep a session alive for days.
    const isOpen = (kept: Partial<Visitor>) => Math.abs(now - (kept.last as number)) <= LIFETIME;
    if (!visitor || !isOpen(visitor)) {
      const kept = (storage.read(KEY) ?? {}) as Partial<Visitor>;
      const open = isOpen(kept);
      visitor = {
        anonymous: visitor?.anonymous ?? kept.anonymous ?? uuid(),
        session: (open && kept.session) || uuid(),
        last: now,
        seen: new Set((open && kept.seen) || []),
      };
    }
    visitor.last = now;
    return visitor;
  }

  return {
    touch: () => touch().session,
    anonymousId: () => (visitor ?? touch()).anonymous,
    seen: () => (visitor ?? touch()).seen,
    save() {
      if (visitor) storage.write(KEY, toJson({ ...visitor, seen: [...visitor.seen] }));
    },
    forget() {
      visitor = undefined;
    },
  };
}
