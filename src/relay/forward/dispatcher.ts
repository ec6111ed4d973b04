import type { Plan, Ruling } from "../../destinations/destination.js";
import { apart, halves, isRefusedWhole } from "./apart.js";
import type { Backlog } from "./backlog.js";
import type { BoundDestination } from "./bind.js";
import type { Outcome } from "./outcome.js";
import { Portion, type Step } from "./portion.js";
import type { Sender } from "./send.js";
import type { Settlement } from "./settlement.js";
import type { Task } from "./task.js";
import { SENT_AWAY } from "./throttle.js";

/**
 * Requests of one portion that are sent in one go: an event that needs thousands leaves its place to others meanwhile,
 * and goes on where it was when its turn comes again.
 */
const MOST = 50;

export interface DispatcherDeps {
  destination: BoundDestination;
  sender: Sender;
  backlog: Backlog;
  settlement: Settlement;
  isStopped(): boolean;
  /** Hears what each request came to, when its records are settled. @returns whether to go on with the next */
  tell(rulings: Map<string, Ruling>, outcome: Outcome): boolean;
}

/** Sends portions of the backlog, and settles each of their records by what came of it. */
export class Dispatcher {
  constructor(private readonly deps: DispatcherDeps) {}

  async dispatch(tasks: Task[]): Promise<void> {
    const { backlog, settlement } = this.deps;
    const portion = new Portion(tasks, backlog, settlement);
    try {
      for (const group of apart(tasks)) if (!(await this.#send(portion, group))) break;
    } catch (error) {
      for (const task of portion.open) portion.bury(task, failure(error));
    }
    backlog.putBack(portion.open);
    backlog.release(tasks);
  }

  /** @returns whether to go on with the next */
  async #send(portion: Portion, tasks: Task[]): Promise<boolean> {
    let plan: Plan;
    try {
      plan = this.deps.destination.requests(tasks.map(({ record }) => record));
    } catch (error) {
      if (tasks.length > 1) return this.#sendHalves(portion, tasks);
      for (const task of tasks) portion.bury(task, failure(error));
      return true;
    }
    for (const step of portion.begin(tasks, plan)) {
      const waiting = portion.waiting(step);
      if (waiting.length && !(await this.#take(portion, step, waiting))) return false;
    }
    return true;
  }

  async #sendHalves(portion: Portion, tasks: Task[]): Promise<boolean> {
    const [first, second] = halves(tasks);
    return (await this.#send(portion, first)) && this.#send(portion, second);
  }

  async #take(portion: Portion, { request, places }: Step, waiting: Task[]): Promise<boolean> {
    const { destination, isStopped, tell } = this.deps;
    const outcome = await this.#exchange(request);
    // Given up because the relay stops: nothing is known, and the next start sends it again. Or not even begun.
    if (outcome.fault && (isStopped() || outcome.fault === SENT_AWAY)) return false;
    const given = outcome.fault ? undefined : destination.rulings(request, outcome.status, outcome.body);
    const told = { ...outcome, body: destination.redact(outcome.body) };
    const rulings = new Map(request.ids.map((id) => [id, given?.get(id) ?? UNKNOWN]));
    if (isRefusedWhole([...rulings.values()])) {
      return this.#sendHalves(portion, waiting);
    }
    for (const task of waiting) {
      const { id } = task.record;
      portion.rule(task, places.get(id) ?? 0, rulings.get(id) ?? UNKNOWN, told);
    }
    portion.sent += 1;
    return tell(rulings, told) && portion.sent < MOST;
  }

  async #exchange(request: Step["request"]): Promise<Outcome> {
    try {
      return await this.deps.sender.send(request);
    } catch (error) {
      const { code, message } = error as NodeJS.ErrnoException;
      return { status: 0, body: "", retryAfter: 0, fault: code ?? message };
    }
  }
}

/** Of a record that the answer says nothing about. */
const UNKNOWN: Ruling = { verdict: "retry" };

const failure = (error: unknown): string => `the relay failed on it: ${(error as Error).message}`;
