import type { Live } from "../live.js";
import type { Log } from "../log.js";
import type { LaneStatus, Metrics } from "../metrics.js";
import type { Outbox } from "../store/outbox.js";
import { Backlog } from "./backlog.js";
import type { Waits } from "./backoff.js";
import type { BoundDestination } from "./bind.js";
import { Breaker } from "./breaker.js";
import { Dispatcher } from "./dispatcher.js";
import type { Sender } from "./send.js";
import { Settlement } from "./settlement.js";
import { steadyNow } from "./steady-clock.js";
import { Teller } from "./teller.js";

/** Progress is saved this often, ms. */
const SAVE_EVERY = 100;

/** How long to wait where nothing says how long, ms. */
const LOOK_EVERY = 1000;

/** When requests have been given up, they have so long to end, ms. */
const END_WITHIN = 500;

/** So long after the last request was begun, ms, a few records wait for others to share a request with. */
const LINGER = 200;

export interface LaneDeps {
  destination: BoundDestination;
  sender: Sender;
  log: Log;
  metrics: Metrics;
  live?: Live;
  outbox: Outbox;
  /** Requests at a time. */
  concurrency: number;
  /** ms between two tries while the credentials are refused. */
  probeInterval: number;
  /** Between two tries of a record. */
  waits: Waits;
}

/** One destination's own queue and pace: no lane knows of another. */
export class Lane {
  readonly #backlog: Backlog;
  readonly #breaker: Breaker;
  readonly #dispatcher: Dispatcher;
  #inFlight = 0;
  /** ms of the steady clock: until then a few records wait, while requests are under way. */
  #lingerUntil = 0;
  #stopped = false;
  /** The store may be closed. */
  #isOver = false;
  #timer?: NodeJS.Timeout;
  #saving?: NodeJS.Timeout;
  #whenIdle?: () => void;

  constructor(private readonly deps: LaneDeps) {
    const { destination, outbox, sender, metrics, log, live, waits } = deps;
    this.#backlog = new Backlog(outbox, destination.profiles, (records) =>
      metrics.skipped.inc({ destination: destination.name }, records),
    );
    this.#breaker = new Breaker(deps.probeInterval);
    const teller = new Teller(destination.name, this.#breaker, log, live);
    this.#dispatcher = new Dispatcher({
      destination,
      sender,
      backlog: this.#backlog,
      settlement: new Settlement(destination.name, this.#backlog, metrics, log, waits),
      isStopped: () => this.#stopped,
      tell: (rulings, outcome) => {
        this.#progressed();
        const isWell = teller.tell(rulings, outcome);
        // What waits for its turn is not to go out though the breaker has opened.
        if (steadyNow() >= this.#breaker.until) return isWell;
        sender.clear();
        return false;
      },
    });
  }

  /** For the metrics. */
  status(): LaneStatus {
    const { outbox } = this.deps;
    const oldest = outbox.oldest();
    return {
      queued: this.#backlog.queued,
      deadLetters: outbox.deadLetters(),
      paused: this.#breaker.state === "paused",
      lag: oldest === undefined || !this.#backlog.queued ? 0 : Math.max(0, Date.now() - oldest),
    };
  }

  /** A batch of so many records has been stored. */
  wake(records: number): void {
    this.#backlog.wake(records);
    this.#pump();
  }

  /** Begins nothing more, and waits for the requests in flight; after `grace` ms they are given up, to be sent again. */
  async stop(grace: number): Promise<void> {
    this.#stopped = true;
    const giveUp = setTimeout(() => this.deps.sender.close(), grace);
    let end: NodeJS.Timeout | undefined;
    if (this.#inFlight) {
      await new Promise<void>((resolve) => {
        this.#whenIdle = resolve;
        // Whatever does not end then: nothing is known of it, and the next start sends it again.
        end = setTimeout(resolve, grace + END_WITHIN);
      });
    }
    for (const timer of [giveUp, end, this.#timer]) clearTimeout(timer);
    this.deps.sender.close();
    this.#save();
    this.#isOver = true;
  }

  #pump(): void {
    if (this.#stopped) return;
    clearTimeout(this.#timer);
    const now = steadyNow();
    let next = 0;
    try {
      this.#begin(now);
      next = this.#lingers(now) ? this.#lingerUntil : Math.max(this.#backlog.lookAt, this.#breaker.until);
    } catch (error) {
      this.#complain(error, "the store fails: forwarding waits");
    }
    // What is due and was not begun waits for a request to end, or for the store.
    this.#timer = setTimeout(() => this.#pump(), next > now ? next - now : LOOK_EVERY);
  }

  #begin(now: number): void {
    const { concurrency, destination } = this.deps;
    while (this.#inFlight < concurrency && this.#breaker.admits(this.#inFlight, now)) {
      const least = this.#lingers(now) ? destination.least : 1;
      const tasks = this.#backlog.take(destination.batch, now, least);
      if (!tasks.length) return;
      this.#lingerUntil = now + LINGER;
      this.#inFlight += 1;
      void this.#dispatcher.dispatch(tasks).then(() => this.#ended());
    }
  }

  #lingers(now: number): boolean {
    return this.deps.destination.least > 1 && this.#inFlight > 0 && now < this.#lingerUntil;
  }

  #ended(): void {
    this.#inFlight -= 1;
    this.#progressed();
    if (this.#stopped && !this.#inFlight) this.#whenIdle?.();
    this.#pump();
  }

  /** There is something to be saved: soon, or at once, for a backend that cannot tell copies apart. */
  #progressed(): void {
    if (this.#isOver) return;
    if (this.deps.destination.exact) this.#save();
    else this.#saving ??= setTimeout(() => this.#save(), SAVE_EVERY);
  }

  #save(): void {
    clearTimeout(this.#saving);
    this.#saving = undefined;
    try {
      this.#backlog.save();
    } catch (error) {
      // Kept in memory: the backlog saves again before it reads, every second at least.
      this.#complain(error, "progress cannot be saved");
    }
  }

  #complain(err: unknown, message: string): void {
    this.deps.log.error({ destination: this.deps.destination.name, err }, message);
  }
}
