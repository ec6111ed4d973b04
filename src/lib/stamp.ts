import { now } from "./now.js";
import { uuid } from "./uuid.js";

/** The identity and the time (ISO 8601 UTC) of what happens at a moment of `now()`. */
export const stamp = (moment = now()) => ({
  id: uuid(),
  // By the page's own clock, which never jumps: the relay sets it right by the difference to `sent_at`.
  timestamp: new Date(performance.timeOrigin + moment).toISOString(),
});
