import { type Core, isOpen } from "../core.js";
import { attempt } from "../lib/attempt.js";
import { report } from "../lib/report.js";
import type { Item, Stage } from "../types.js";
import { backoff } from "./backoff.js";
import { toBody } from "./envelope.js";
import { isHeld, settle } from "./queue.js";

/** What the relay takes in one request, by characters: 60 KiB of UTF-8, of at most three bytes each. */
const LIMIT = 20_480;

/** How long an answer may take, ms. */
const PATIENCE = 30_000;

/** Answers after which the same request would be refused again. */
const FINAL = /4(0[013]|1[035]|22)/;

/** Sends a batch. Returns what has become of it, as the stage and the reason; nothing for several that are too much. */
type Send = (core: Core, body: string, batch: Item[]) => string | Promise<string>;

/** Something is queued: it leaves within the interval, at once while the document is hidden. */
export function wake(core: Core): void {
  if (document.hidden) flush(core);
  else core.timer ??= setTimeout(flush, +core.options.flushInterval, core);
}

/**
 * Delivers what is queued: by requests whose answers are read while the page is visible, else by beacons. A string
 * travels as `text/plain`, which needs no CORS preflight. Resolves when each event is sent or kept.
 *
 * @param isLeaving the page ends, for now: the browser takes what it can
 */
export async function flush(core: Core, isLeaving?: boolean): Promise<void> {
  clearTimeout(core.timer);
  core.timer = undefined;
  if (!isOpen(core)) return;
  // What becomes of a request that is under way when the page ends will not be known: it goes once more.
  if (isLeaving) core.underWay = [];
  // Nothing joins any more what is sent.
  core.groups.clear();
  const isHidden = isLeaving || document.hidden;
  const next = () => deliver(core, [...core.items], isHidden ? beacon : post);
  await (core.running = isHidden ? next() : core.running.then(next));
}

/** In as few requests as these fit into, one after the other, until one fails. */
async function deliver(core: Core, some: Item[], send: Send): Promise<void> {
  let most = some.length;
  let outcome: string;
  do {
    // A page that ended meanwhile, and came back, has sent them.
    const waiting = some.filter(
      (item) => core.items.has(item) && !isHeld(core, item) && !core.underWay.includes(item),
    );
    const [first] = waiting;
    if (!first) return;
    const isOfVisit = ({ visit }: Item) => visit?.session_id === first.visit?.session_id;
    const batch = waiting.filter(isOfVisit).slice(0, most);
    const body = toBody(core, batch);
    outcome = batch[1] && body.length > LIMIT ? "" : await send(core, body, batch);
    const [stage, reason] = outcome.split(" ");
    if (stage) settle(core, batch, stage as Stage, reason);
    else most = batch.length >> 1;
  } while (!/kept|failed/.test(outcome));
}

async function post(core: Core, body: string, batch: Item[]): Promise<string> {
  let response: Response | undefined;
  let errors = [];
  core.underWay = batch;
  try {
    response = await fetch(core.options.endpoint, {
      method: "POST",
      body,
      priority: "low", // after what the visitor waits for
      signal: AbortSignal.timeout?.(PATIENCE), // Safari has it from 16
    } as RequestInit);
    errors = (await response.json()).errors ?? [];
  } catch {}
  core.underWay = [];
  if (response?.ok) {
    core.failures = 0;
    for (const { id, code, message } of errors) {
      report(`event refused: ${code}, ${message}`);
      settle(
        core,
        batch.filter((item) => item.id === id),
        "dropped",
        "rejected",
      );
    }
    return "sent";
  }
  const status = response ? `http_${response.status}` : "network";
  if (/413/.test(status) && batch[1]) return "";
  if (FINAL.test(status)) {
    report(`events lost: ${status}`);
    return `dropped ${status}`;
  }
  clearTimeout(core.timer);
  core.timer = setTimeout(
    flush,
    +(response?.headers.get("Retry-After") ?? 0) * 1000 || backoff(core.failures++),
    core,
  );
  return `failed ${status}`;
}

/**
 * All of the page shares 64 KiB for beacons. One that fails says nothing: while deliveries fail, what is safe in
 * storage stays there.
 */
function beacon(core: Core, body: string, batch: Item[]): string {
  if (core.failures && navigator.locks) return "kept";
  if (!attempt(() => navigator.sendBeacon(core.options.endpoint, body))) return batch[1] ? "" : "kept";
  // Now: while the document is hidden the next event leaves in the same task.
  settle(core, batch, "sent");
  return "sent";
}
