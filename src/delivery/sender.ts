import { attempt } from "../lib/attempt.js";
import { report } from "../lib/report.js";
import type { Options } from "../options.js";
import type { Item, Stage } from "../types.js";
import { backoff } from "./backoff.js";
import type { Queue } from "./queue.js";

export interface Sender {
  /** Something is queued: it leaves within the interval, at once while the document is hidden. */
  wake(): void;
  /** Resolves when each event is sent or kept. */
  flush(): Promise<void>;
  /** The page ends, for now: the browser takes what it can. */
  leave(): void;
}

/** What the relay takes in one request, bytes of UTF-8. */
const LIMIT = 61_440;

/** How long an answer may take, ms. */
const PATIENCE = 30_000;

/** Answers after which the same request would be refused again. */
const FINAL = [400, 401, 403, 410, 413, 415, 422];

/** Sends a batch. Returns what has become of it, as the stage and the reason; nothing where it is too much. */
type Send = (body: string, batch: Item[]) => string | Promise<string>;

/**
 * Delivers what is queued: by requests whose answers are read while the page is visible, else by beacons. A string
 * travels as `text/plain`, which needs no CORS preflight.
 *
 * @param isOpen whether anything may be sent
 * @param toBody the request body for these items
 */
export function createSender(
  options: Options,
  queue: Queue,
  isOpen: () => boolean,
  toBody: (items: Item[]) => string,
): Sender {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let running: Promise<unknown> = Promise.resolve();
  /** What is in a request whose answer is awaited. */
  let underWay: Item[] = [];
  /** Deliveries that have failed since the last that did not. */
  let failures = 0;

  async function flush(): Promise<void> {
    clearTimeout(timer);
    timer = undefined;
    if (!isOpen()) return;
    const next = () => deliver(post, queue.take());
    running = document.hidden ? deliver(beacon, queue.take()) : running.then(next, next);
    await running;
  }

  /** In one request, or in halves what is too much for one. Returns whether to go on. */
  async function deliver(send: Send, some: Item[]): Promise<boolean> {
    // A page that ended meanwhile, and came back, has sent them.
    const batch = some.filter((item) => queue.items.has(item) && !underWay.includes(item));
    if (!batch[0]) return true;
    const half = batch.length >> 1;
    const body = toBody(batch);
    const isOneVisit = batch.every(({ visit }) => visit?.session_id === batch[0]?.visit?.session_id);
    const isTooMuch = half && (!isOneVisit || new Blob([body]).size > LIMIT);
    const outcome = isTooMuch ? "" : await send(body, batch);
    if (!outcome && half)
      return (await deliver(send, batch.slice(0, half))) && deliver(send, batch.slice(half));
    const [stage, reason] = (outcome || "kept").split(" ");
    queue.settle(batch, stage as Stage, reason);
    return /sent|dropped/.test(outcome);
  }

  async function post(body: string, batch: Item[]): Promise<string> {
    underWay = batch;
    // Within a function, as others patch `fetch`.
    const response = await (async () =>
      fetch(options.endpoint, {
        method: "POST",
        body,
        priority: "low", // after what the visitor waits for
        signal: AbortSignal.timeout?.(PATIENCE), // Safari has it from 16
      } as RequestInit))().catch(() => undefined);
    underWay = [];
    const status = response?.status ?? 0;
    if (response?.ok) {
      failures = 0;
      const { errors = [] } = await response.json().catch(() => ({}));
      for (const { id, code, message } of errors) {
        report(`event refused: ${code}, ${message}`);
        queue.settle(
          batch.filter((item) => item.id === id),
          "dropped",
          "rejected",
        );
      }
      return "sent";
    }
    if (status === 413 && batch[1]) return "";
    if (FINAL.includes(status)) {
      report(`events lost: ${options.endpoint} answered ${status}`);
      return `dropped http_${status}`;
    }
    clearTimeout(timer);
    timer = setTimeout(flush, +(response?.headers.get("Retry-After") ?? 0) * 1000 || backoff(failures++));
    return `failed ${status ? `http_${status}` : "network"}`;
  }

  /**
   * All of the page shares 64 KiB for beacons. One that fails says nothing: while deliveries fail, what is safe in
   * storage stays there.
   */
  function beacon(body: string): string {
    if (failures && navigator.locks) return "kept";
    return attempt(() => navigator.sendBeacon(options.endpoint, body)) ? "sent" : "";
  }

  return {
    flush,
    wake() {
      if (document.hidden) flush();
      else timer ??= setTimeout(flush, +options.flushInterval);
    },
    leave() {
      // What becomes of a request that is under way now will not be known: it goes once more.
      underWay = [];
      if (isOpen()) deliver(beacon, queue.take());
    },
  };
}
