import type { Ruling, Verdict } from "../../destinations/destination.js";
import type { Live } from "../live.js";
import type { Log } from "../log.js";
import type { Breaker } from "./breaker.js";
import type { Outcome } from "./outcome.js";
import { steadyNow } from "./steady-clock.js";

/** Of an answer no more is shown, in characters. */
const LONGEST_REASON = 2048;

/** What an answer says of the backend: it refuses us; else it works, if it took or judged anything at all. */
function gist(rulings: Map<string, Ruling>): Verdict {
  const given = new Set([...rulings.values()].map(({ verdict }) => verdict));
  const order: Verdict[] = ["paused", "delivered", "refused"];
  return order.find((verdict) => given.has(verdict)) ?? "retry";
}

/** Tells what a request came to: the breaker of each, the log of the breaker's changes, and the live stream. */
export class Teller {
  constructor(
    private readonly destination: string,
    private readonly breaker: Breaker,
    private readonly log: Log,
    private readonly live?: Live,
  ) {}

  /** @returns whether all is well, and the next request may follow */
  tell(rulings: Map<string, Ruling>, outcome: Outcome): boolean {
    const { status, fault, retryAfter } = outcome;
    this.#show(rulings, outcome);
    const verdict = gist(rulings);
    const before = this.breaker.state;
    if (verdict === "paused") this.breaker.refused(steadyNow());
    else if (verdict === "retry") this.breaker.failed(steadyNow(), retryAfter);
    else this.breaker.answered();
    const { state } = this.breaker;
    const facts = { destination: this.destination, status, fault };
    if (state === before) return verdict === "delivered" || verdict === "refused";
    if (state === "open") this.log.warn(facts, "the backend is failing: forwarding waits");
    else if (state === "closed") this.log.info(facts, "forwarding again");
    else this.log.error(facts, "the credentials or the address are refused: forwarding is paused");
    return state === "closed";
  }

  #show(rulings: Map<string, Ruling>, { status, fault, body }: Outcome): void {
    const { live, destination } = this;
    const at = new Date().toISOString();
    for (const verdict of new Set([...rulings.values()].map((ruling) => ruling.verdict))) {
      const ids = [...rulings.keys()].filter((id) => rulings.get(id)?.verdict === verdict);
      live?.publish({
        kind: "forward",
        at,
        destination,
        ids,
        verdict,
        status,
        reason: fault ?? body.slice(0, LONGEST_REASON),
      });
    }
  }
}
