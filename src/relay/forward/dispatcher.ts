import type { OutboundRequest, Verdict } from "../../destinations/destination.js";
import type { Live } from "../live.js";
import type { Log } from "../log.js";
import type { Metrics } from "../metrics.js";
import type { Backlog } from "./backlog.js";
import type { BoundDestination } from "./bind.js";
import type { Breaker } from "./breaker.js";
import type { Outcome } from "./outcome.js";
import type { Sender } from "./send.js";
import { Settlement } from "./settlement.js";
import type { Task } from "./task.js";

export interface DispatcherDeps {
  destination: BoundDestination;
  sender: Sender;
  log: Log;
  metrics: Metrics;
  live?: Live;
}

/** Sends portions of the backlog, and settles each of their records by what came of it. */
export class Dispatcher {
  readonly #settlement: Settlement;

  constructor(
    private readonly deps: DispatcherDeps,
    private readonly backlog: Backlog,
    private readonly breaker: Breaker,
    private readonly isStopped: () => boolean,
  ) {
    this.#settlement = new Settlement(deps.destination.name, backlog, deps.metrics, deps.log);
  }

  async dispatch(tasks: Task[]): Promise<void> {
    const open = new Map(tasks.map((task) => [task.record.id, task]));
    try {
      const { requests, skipped } = this.deps.destination.requests(tasks.map(({ record }) => record));
      const awaited = requests.flatMap(({ ids }) => ids);
      for (const id of skipped) settle(open, id, (task) => this.#settlement.skip(task));
      for (const [id, task] of open) {
        if (!awaited.includes(id) && open.delete(id))
          this.#settlement.bury(task, "no request was made of it");
      }
      for (const request of requests) {
        awaited.splice(0, request.ids.length);
        const outcome = await this.#exchange(request);
        // Given up because the relay stops: nothing is known, and the next start sends it again.
        if (outcome.fault && this.isStopped()) break;
        if (!this.#judge(request, outcome, open, awaited)) break;
      }
    } catch (error) {
      const reason = `the relay failed on it: ${(error as Error).message}`;
      for (const id of [...open.keys()]) settle(open, id, (task) => this.#settlement.bury(task, reason));
    }
    this.backlog.putBack([...open.values()]);
    this.backlog.release(tasks);
  }

  async #exchange(request: OutboundRequest): Promise<Outcome> {
    try {
      return await this.deps.sender.send(request);
    } catch (error) {
      const { code, message } = error as NodeJS.ErrnoException;
      return { status: 0, body: "", retryAfter: 0, fault: code ?? message };
    }
  }

  /**
   * @param awaited ids of later requests: a record that takes several is delivered with the last of them
   * @returns whether to go on with the next request
   */
  #judge(request: OutboundRequest, outcome: Outcome, open: Map<string, Task>, awaited: string[]): boolean {
    const { destination, live } = this.deps;
    const given = outcome.fault ? undefined : destination.verdicts(request, outcome.status, outcome.body);
    const verdicts = new Map(request.ids.map((id) => [id, given?.get(id) ?? "retry"]));
    for (const [id, verdict] of verdicts) {
      if (verdict === "paused" || (verdict === "delivered" && awaited.includes(id))) continue;
      settle(open, id, (task) => this.#settlement.by[verdict](task, outcome));
    }
    if (live) show(live, destination.name, verdicts, outcome);
    return this.#tell(gist(verdicts), outcome);
  }

  /** The breaker learns of the answer; whoever reads the log, of its change of state. @returns whether all is well */
  #tell(verdict: Verdict, { status, fault, retryAfter }: Outcome): boolean {
    const { log, destination } = this.deps;
    const before = this.breaker.state;
    if (verdict === "paused") this.breaker.refused(Date.now());
    else if (verdict === "retry") this.breaker.failed(Date.now(), retryAfter);
    else this.breaker.answered();
    const { state } = this.breaker;
    const facts = { destination: destination.name, status, fault };
    if (state === before) return verdict === "delivered" || verdict === "refused";
    if (state === "open") log.warn(facts, "the backend is failing: forwarding waits");
    else if (state === "closed") log.info(facts, "forwarding again");
    else log.error(facts, "the credentials or the address are refused: forwarding is paused");
    return state === "closed";
  }
}

function settle(open: Map<string, Task>, id: string, how: (task: Task) => void): void {
  const task = open.get(id);
  if (task && open.delete(id)) how(task);
}

/** What an answer says of the backend: it refuses us; else it works, if it took or judged anything at all. */
function gist(verdicts: Map<string, Verdict>): Verdict {
  const given = new Set(verdicts.values());
  const order: Verdict[] = ["paused", "delivered", "refused"];
  return order.find((verdict) => given.has(verdict)) ?? "retry";
}

function show(live: Live, destination: string, verdicts: Map<string, Verdict>, outcome: Outcome): void {
  const at = new Date().toISOString();
  const { status, fault, body } = outcome;
  for (const verdict of new Set(verdicts.values())) {
    const ids = [...verdicts.keys()].filter((id) => verdicts.get(id) === verdict);
    live.publish({ kind: "forward", at, destination, ids, verdict, status, reason: fault ?? body });
  }
}
