import type { Verdict } from "../../destinations/destination.js";
import type { Log } from "../log.js";
import type { Metrics } from "../metrics.js";
import type { Backlog } from "./backlog.js";
import { backoff, type Waits } from "./backoff.js";
import type { Outcome } from "./outcome.js";
import { steadyNow } from "./steady-clock.js";
import type { Task } from "./task.js";

/** A record that has failed this often while others were delivered is itself at fault, and becomes a dead letter. */
const ATTEMPTS = 20;

/** Of a backend's answer no more is kept with a dead letter, in characters. */
const LONGEST_REASON = 2048;

/** What becomes of a record of one destination: done with, again, or a dead letter; counted in any case. */
export class Settlement {
  #deliveredAt = 0;

  constructor(
    private readonly destination: string,
    private readonly backlog: Backlog,
    private readonly metrics: Metrics,
    private readonly log: Log,
    private readonly waits: Waits,
  ) {}

  /** By verdict. A record whose verdict is `paused` is not settled: it stays at the head of its run. */
  readonly by: Record<Exclude<Verdict, "paused">, (task: Task, outcome: Outcome, reason?: string) => void> = {
    delivered: (task) => {
      this.#deliveredAt = steadyNow();
      this.metrics.sent.inc({ destination: this.destination });
      this.backlog.finish(task);
    },
    retry: (task, { status, fault, retryAfter }) => {
      const now = steadyNow();
      this.metrics.retried.inc({ destination: this.destination });
      // While nothing at all gets through, the fault is the backend's: that does not count against the record.
      const counts = task.tried === 0 || this.#deliveredAt > task.tried;
      const attempts = task.attempts + (counts ? 1 : 0);
      const wait = Math.max(backoff(attempts - 1, this.waits), retryAfter);
      if (attempts < ATTEMPTS) this.backlog.postpone(task, now + wait, attempts, now);
      else this.bury(task, `given up after ${attempts} attempts: ${fault ?? status}`);
    },
    refused: (task, { status, body }, reason = body) => {
      this.metrics.refused.inc({ destination: this.destination });
      this.bury(task, `${status} ${reason.slice(0, LONGEST_REASON)}`.trim());
    },
  };

  /** The backend has no place for it. */
  skip(task: Task): void {
    this.metrics.skipped.inc({ destination: this.destination });
    this.backlog.finish(task);
  }

  bury(task: Task, reason: string): void {
    const { record } = task;
    const type = record.kind === "event" ? record.event_type : record.kind;
    // Not the reason: a backend's answer may repeat what the event said.
    this.log.warn({ destination: this.destination, id: record.id, type }, "dead letter");
    this.backlog.bury(task, reason, Date.now());
  }
}
