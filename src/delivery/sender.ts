import type { Core } from "../core.js";
import { attempt } from "../lib/attempt.js";
import type { Item } from "../types.js";
import { backoff } from "./backoff.js";
import type { Queue } from "./queue.js";

export interface Sender {
  /** Something is queued: it leaves within the interval, at once while the document is hidden. */
  wake(): void;
  /** Resolves when each event is sent or kept. */
  flush(): Promise<void>;
  /** The page ends, for now. */
  leave(): void;
  stop(): void;
}

/** How long an answer may take, ms. */
const PATIENCE = 30_000;

/** Answers after which the same request would be refused again. */
const FINAL = [400, 401, 403, 410, 413, 415, 422];

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
  let running = Promise.resolve();
  /** Deliveries that have failed since the last that did not. */
  let failures = 0;
  /** Until when the relay has asked for silence, by `performance.now()`. */
  let silentUntil = 0;
  /** How many items a request may hold: fewer once one was too large. */
  let most = Infinity;

  function schedule(delay: number): void {
    timer ??= setTimeout(flush, delay);
  }

  function unschedule(): void {
    clearTimeout(timer);
    timer = undefined;
  }

  function flush(): Promise<void> {
    unschedule();
    if (document.hidden) beaconAll();
    else running = running.then(postAll);
    return running;
  }

  async function postAll(): Promise<void> {
    const silence = silentUntil - performance.now();
    if (silence > 0) return schedule(silence);
    // What is captured meanwhile has its own interval.
    let left = queue.items.size;
    let batch: Item[];
    do {
      batch = queue.take(most);
      left -= batch.length;
    } while (batch.length && (await post(batch)) && left > 0);
  }

  /** Sends one batch. False where that failed, and it will be sent again. */
  async function post(batch: Item[]): Promise<boolean> {
    const response = await fetch(options.endpoint, {
      method: "POST",
      body: toBody(batch),
      priority: "low", // after what the visitor waits for
      signal: AbortSignal.timeout?.(PATIENCE), // Safari has it from 16
    } as RequestInit).catch(() => undefined);
    const { status = 0 } = response ?? {};
    if (response?.ok) {
      const { errors = [] } = await response.json().catch(() => ({}));
      for (const { id, code, message } of errors) {
        report(`the relay refused an event: ${code}, ${message}`);
        queue.settle(
          batch.filter(({ record }) => record.id === id),
          "dropped",
          "rejected",
        );
      }
      queue.settle(batch, "sent");
      failures = 0;
    } else if (status === 413 && batch.length > 1) {
      most = batch.length >> 1;
      queue.settle(batch, "failed", "http_413");
      schedule(0);
    } else if (FINAL.includes(status)) {
      report(`${options.endpoint} answered ${status}, events are lost`);
      queue.settle(batch, "dropped", `http_${status}`);
    } else {
      const after = response?.headers.get("Retry-After") ?? "";
      const silence = +after * 1000 || Date.parse(after) - Date.now() || 0;
      silentUntil = performance.now() + silence;
      queue.settle(batch, "failed", status ? `http_${status}` : "network");
      unschedule();
      schedule(Math.max(silence, backoff(failures++)));
      return false;
    }
    return true;
  }

  const beacon = (batch: Item[]): boolean | undefined =>
    attempt(() => navigator.sendBeacon(options.endpoint, toBody(batch)));

  /** Hands everything to the browser. All of the page shares 64 KiB: a refused batch is halved. */
  function beaconAll(): void {
    let size = most;
    for (;;) {
      const batch = queue.take(size);
      // A beacon that fails says nothing: while deliveries fail, what is safe in storage stays there.
      const waits = failures > 0 && batch.every(({ saved }) => saved);
      const taken = !waits && batch[0] && beacon(batch);
      queue.settle(batch, taken ? "sent" : "kept");
      if (taken) continue;
      size = batch.length >> 1;
      if (waits || !size) return;
    }
  }

  return {
    wake() {
      if (document.hidden) beaconAll();
      else schedule(+options.flushInterval);
    },
    flush,
    leave() {
      // What becomes of a request that is under way now will not be known: unless it is in storage it goes once more.
      const unsure = [...queue.items].filter(({ sending, saved }) => sending && !saved);
      if (unsure.length) beacon(unsure);
      beaconAll();
    },
    stop: unschedule,
  };
}
