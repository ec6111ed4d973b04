import type { OutboundRequest, Plan, Ruling } from "../../destinations/destination.js";
import type { Backlog } from "./backlog.js";
import type { Outcome } from "./outcome.js";
import type { Settlement } from "./settlement.js";
import type { Task } from "./task.js";

/** A request, and for each of its records, by id, the place of this request among those that the record needs. */
export interface Step {
  request: OutboundRequest;
  places: Map<string, number>;
}

/**
 * Records taken from the backlog to be sent. One may need several requests: it is delivered with the last of them, or,
 * if one of them was refused, becomes a dead letter once the others have been tried.
 */
export class Portion {
  /** By id: those that are not settled. */
  readonly #open: Map<string, Task>;
  /** By id: how many requests are still to be judged. */
  readonly #left = new Map<string, number>();
  /** How many requests have been judged. */
  sent = 0;

  constructor(
    tasks: Task[],
    private readonly backlog: Backlog,
    private readonly settlement: Settlement,
  ) {
    this.#open = new Map(tasks.map((task) => [task.record.id, task]));
  }

  get open(): Task[] {
    return [...this.#open.values()];
  }

  /** Settles what the plan sends nothing of. @returns the requests that were not taken before */
  begin(tasks: Task[], { requests, skipped }: Plan): Step[] {
    for (const id of skipped) this.#settle(id, (task) => this.settlement.skip(task));
    const { steps, needed } = placed(requests);
    for (const task of tasks) {
      const { id } = task.record;
      const count = needed.get(id) ?? 0;
      const left = count - [...task.done, ...task.refused.places].filter((place) => place < count).length;
      this.#left.set(id, left);
      if (!count) this.bury(task, "no request was made of it");
      // Before a restart, or before it was a dead letter.
      else if (!left) this.#settle(id, () => this.backlog.finish(task));
    }
    const judged = new Map(
      tasks.map(({ record, done, refused }) => [record.id, new Set([...done, ...refused.places])]),
    );
    const isWanted = ([id, place]: [string, number]) => this.#open.has(id) && !judged.get(id)?.has(place);
    return steps.filter(({ places }) => [...places].some(isWanted));
  }

  /** The records of a step that are not settled. */
  waiting({ places }: Step): Task[] {
    return [...places.keys()].flatMap((id) => this.#open.get(id) ?? []);
  }

  bury(task: Task, reason: string): void {
    this.#settle(task.record.id, () => this.settlement.bury(task, reason));
  }

  /** What an answer says of one record. One whose verdict is `paused` is not settled: it is put back. */
  rule(task: Task, place: number, { verdict, reason }: Ruling, outcome: Outcome): void {
    const { id } = task.record;
    if (verdict === "paused") return;
    if (verdict === "retry") {
      this.#settle(id, () => this.settlement.by.retry(task, outcome));
      return;
    }
    const left = (this.#left.get(id) ?? 1) - 1;
    this.#left.set(id, left);
    if (verdict === "delivered") task.done = [...task.done, place];
    else {
      const { first = { outcome, reason }, places } = task.refused;
      task.refused = { first, places: [...places, place] };
    }
    const refusal = task.refused.first;
    if (left) this.backlog.note(task);
    else if (!refusal) this.#settle(id, () => this.settlement.by.delivered(task, outcome));
    else this.#settle(id, () => this.settlement.by.refused(task, refusal.outcome, refusal.reason));
  }

  #settle(id: string, how: (task: Task) => void): void {
    const task = this.#open.get(id);
    if (task && this.#open.delete(id)) how(task);
  }
}

/** The requests with the place of each among those of its records, and how many each record needs. */
function placed(requests: OutboundRequest[]): { steps: Step[]; needed: Map<string, number> } {
  const needed = new Map<string, number>();
  const next = (id: string): number => {
    const place = needed.get(id) ?? 0;
    needed.set(id, place + 1);
    return place;
  };
  const steps = requests.map((request) => ({
    request,
    places: new Map(request.ids.map((id) => [id, next(id)])),
  }));
  return { steps, needed };
}
