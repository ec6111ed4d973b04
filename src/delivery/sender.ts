import type { Core } from "../core.js";
import { attempt } from "../lib/attempt.js";
import type { Item, Stage } from "../types.js";
import { backoff } from "./backoff.js";
import { LIMIT, type Queue } from "./queue.js";

export interface Sender {
  /** Something is queued: it leaves within the interval, at once while the document is hidden. */
  wake(): void;
  /** Resolves when each event is sent or kept. */
  flush(): Promise<void>;
  /** The page ends, for now: the browser takes what it can. */
  leave(): void;
  stop(): void;
}

/** How long an answer may take, ms. */
const PATIENCE = 30_000;

/** Answers after which the same request would be refused again. */
const FINAL = [400, 401, 403, 410, 413, 415, 422];

/** What became of a batch, and whether a smaller one would do better. */
interface Outcome {
  stage: Stage;
  reason?: string;
  tooMuch?: boolean;
}

/**
 * Delivers what is queued: by requests whose answers are read while the page is visible, else by beacons. A string
 * travels as `text/plain`, which needs no CORS preflight.
 *
 * @param toBody the request body for these items
 */
export function createSender(
  { options, report }: Core,
  queue: Queue,
  toBody: (items: Item[]) => string,
): Sender {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let running: Promise<unknown> = Promise.resolve();
  /** Deliveries that have failed since the last that did not. */
  let failures = 0;

  function plan(delay: number): void {
    clearTimeout(timer);
    timer = setTimeout(flush, delay);
  }

  function flush(): Promise<void> {
    clearTimeout(timer);
    timer = undefined;
    running = document.hidden ? deliver(beacon) : running.then(() => deliver(post));
    return running as Promise<void>;
  }

  /** Sends what is queued now, in batches: smaller ones once one was too much. */
  async function deliver(send: (batch: Item[]) => Outcome | Promise<Outcome>): Promise<void> {
    // What is captured meanwhile has its own interval.
    for (let left = queue.items.size, bytes = LIMIT; left > 0 && bytes > 99; ) {
      const batch = queue.take(bytes);
      const answer = batch[0] && send(batch);
      if (!answer) return;
      // A page that ends has no time to wait.
      const { stage, reason, tooMuch } = answer instanceof Promise ? await answer : answer;
      queue.settle(batch, stage, reason);
      if (tooMuch) bytes /= 2;
      else if (stage === "failed" || stage === "kept") return;
      else left -= batch.length;
    }
  }

  async function post(batch: Item[]): Promise<Outcome> {
    const response = await fetch(options.endpoint, {
      method: "POST",
      body: toBody(batch),
      priority: "low", // after what the visitor waits for
      signal: AbortSignal.timeout?.(PATIENCE), // Safari has it from 16
    } as RequestInit).catch(() => undefined);
    const { status = 0 } = response ?? {};
    const reason = status ? `http_${status}` : "network";
    if (response?.ok) {
      failures = 0;
      const { errors = [] } = await response.json().catch(() => ({}));
      for (const { id, code, message } of errors) {
        report(`event refused: ${code}, ${message}`);
        queue.settle(
          batch.filter((item) => item.record.id === id),
          "dropped",
          "rejected",
        );
      }
      return { stage: "sent" };
    }
    if (status === 413 && batch[1]) return { stage: "failed", reason, tooMuch: true };
    if (FINAL.includes(status)) {
      report(`events lost: ${options.endpoint} answered ${status}`);
      return { stage: "dropped", reason };
    }
    plan(+(response?.headers.get("Retry-After") ?? 0) * 1000 || backoff(failures++));
    return { stage: "failed", reason };
  }

  /** All of the page shares 64 KiB for beacons: what is too much is halved. */
  function beacon(batch: Item[]): Outcome {
    // A beacon that fails says nothing: while deliveries fail, what is safe in storage stays there.
    if (failures && batch.every((item) => item.saved)) return { stage: "kept" };
    const isTaken = attempt(() => navigator.sendBeacon(options.endpoint, toBody(batch)));
    return isTaken ? { stage: "sent" } : { stage: "kept", tooMuch: true };
  }

  return {
    wake() {
      if (document.hidden) flush();
      else if (!timer) plan(+options.flushInterval);
    },
    flush,
    leave() {
      // What becomes of a request that is under way now will not be known: unless it is in storage it goes once more.
      for (const item of queue.items) item.sending &&= item.saved;
      deliver(beacon);
    },
    stop: () => clearTimeout(timer),
  };
}
