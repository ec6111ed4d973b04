import { backoff } from "./backoff.js";

/** Failures in a row from which the backend itself is taken to be down, rather than one record to be at fault. */
const THRESHOLD = 5;

/** The longest wait between two tries while it is down, ms: then a long queue has formed. */
const LONGEST = 60_000;

/** Grows beyond that, so that the random half of it is cut off in the end. */
const WAITS = { first: 1000, longest: 2 * LONGEST };

export type BreakerState = "closed" | "open" | "paused";

/**
 * Decides whether a destination may be called. Closed: yes. Open (it is down) or paused (it refuses our credentials):
 * not until a while has passed, and then with one request, whose answer decides. Times are ms of a clock that does not
 * go back.
 */
export class Breaker {
  state: BreakerState = "closed";
  #failures = 0;
  /** No try before, while it is not closed. */
  #nextTry = 0;
  /** The backend wants no call before. An answer to an earlier request does not undo that. */
  #asked = 0;

  /** @param probeInterval ms between two tries while the credentials are refused */
  constructor(private readonly probeInterval: number) {}

  /** No call before. */
  get until(): number {
    return Math.max(this.#nextTry, this.#asked);
  }

  admits(inFlight: number, now: number): boolean {
    return now >= this.until && (this.state === "closed" || inFlight === 0);
  }

  /** The backend took or judged a request. */
  answered(): void {
    this.state = "closed";
    this.#failures = 0;
    this.#nextTry = 0;
  }

  /** @param retryAfter ms that the backend asked for: it speaks for all requests, not only for this one */
  failed(now: number, retryAfter = 0): void {
    this.#failures += 1;
    this.#asked = Math.max(this.#asked, now + retryAfter);
    if (this.#failures < THRESHOLD) return;
    if (this.state === "closed") this.state = "open";
    this.#nextTry = now + Math.min(backoff(this.#failures - THRESHOLD, WAITS), LONGEST);
  }

  refused(now: number): void {
    this.state = "paused";
    this.#nextTry = now + this.probeInterval;
  }
}
