import type { Answer } from "./send.js";

/** How a request ended: an answer, or with status 0 what went wrong with the connection. */
export interface Outcome extends Answer {
  /** Such as ECONNRESET or TIMEOUT. */
  fault?: string;
}
