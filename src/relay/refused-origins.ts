import type { Log } from "./log.js";

/** Of one origin there is a line this often, ms; and of so many origins. */
const EVERY = 3_600_000;
const MOST = 50;

/** Longer is nothing that a browser sends. */
const LONGEST = 200;

const HINT = "list it in origins, or have the proxy before the relay pass on Host";

/** Logs whose events are refused: an operator who has forgotten an origin would otherwise see nothing at all. */
export class RefusedOrigins {
  /** By origin, when it was logged. */
  #logged = new Set<string>();
  #since = Number.NEGATIVE_INFINITY;

  constructor(private readonly log: Log) {}

  /** @param host what the origin was compared with, beside those that are listed */
  note(origin: string, host: string | undefined): void {
    const now = performance.now();
    if (now - this.#since > EVERY) {
      this.#logged.clear();
      this.#since = now;
    }
    const shown = origin.slice(0, LONGEST);
    if (this.#logged.has(shown) || this.#logged.size >= MOST) return;
    this.#logged.add(shown);
    this.log.warn({ origin: shown, host, hint: HINT }, "events of this origin are refused");
  }
}
