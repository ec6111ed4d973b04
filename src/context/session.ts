import type { Core } from "../core.js";
import { toJson } from "../lib/json.js";
import { read, write } from "../lib/storage.js";
import { uuid } from "../lib/uuid.js";
import type { Visitor } from "../types.js";

/** A session ends after this long without an event, ms. */
const LIFETIME = 30 * 60_000;

/** The one key of what is known of the visitor, with the version of its form. */
const KEY = "tracktag.v1";

// By the distance, so that a clock which was set back does not keep a session alive for days.
const isAlive = ({ last = 0 }: Partial<Visitor>) => Math.abs(Date.now() - last) < LIFETIME;

/** Lets the other tabs and the next page know, of an answer that was a failure, too. */
export const saveVisitor = ({ visitor, failures }: Core): unknown =>
  write(KEY, toJson({ ...visitor, failures }));

/** The visitor at an event that happens now: in a new session after 30 minutes without one. */
export const touch = (core: Core): Visitor => {
  if (!isAlive(core.visitor)) {
    const kept = (read(KEY) ?? {}) as Partial<Visitor>;
    const { anonymous_id = uuid() } = core.visitor.visit ?? kept.visit ?? {};
    core.visitor = isAlive(kept)
      ? kept
      : { last: Date.now(), visit: { session_id: uuid(), anonymous_id }, seen: {} };
    // The page before may have learned that the road is bad.
    core.failures ||= +!!core.visitor.failures;
    // At once: another tab may open before anything is sent.
    saveVisitor(core);
  }
  core.visitor.last = Date.now();
  return core.visitor as Visitor;
};
