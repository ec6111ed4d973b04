import { now, toTimestamp } from "./clock.js";
import { uuid } from "./uuid.js";

/** The identity of what happens at a moment. */
export const stamp = (moment = now()) => ({ id: uuid(), timestamp: toTimestamp(moment) });
