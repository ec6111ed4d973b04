import { now } from "./now.js";
import { uuid } from "./uuid.js";

/** When `now()` was 0, ms of the epoch. */
let origin = 0;

/** The identity and the time (ISO 8601 UTC) of what happens at a moment of `now()`. */
export const stamp = (moment = now()) => ({
  id: uuid(),
  // `now()` stands still while the machine sleeps, the visitor's clock does not. Where that is set back, the page's order
  // goes on: the relay sets it right by the difference to `sent_at`.
  timestamp: new Date((origin = Math.max(origin, Date.now() - now())) + moment).toISOString(),
});
