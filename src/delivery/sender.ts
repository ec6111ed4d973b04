import { saveVisitor } from "../context/session.js";
import { type Core, isOpen, type Send } from "../core.js";
import { report } from "../lib/report.js";
import type { Item, Stage } from "../types.js";
import { backoff } from "./backoff.js";
import { toBody } from "./envelope.js";
import { isHeld, isImpression, settle } from "./queue.js";

/** What one request may hold, by characters: 60 KiB of UTF-8, of at most three bytes each. */
const LIMIT = 20_480;

/** The longest pause, ms: a day. Timers know no more than 24 days. */
const LONGEST = 86_400_000;

/** Something is queued: it leaves within the interval, at once while the document is hidden. */
export const wake = (core: Core): void => {
  if (document.hidden) flush(core);
  else core.timer ??= setTimeout(flush, +core.options.flushInterval, core);
};

/**
 * Delivers what is queued: by requests whose answers are read while the page is visible, else by beacons. Resolves
 * when each event is sent or kept.
 *
 * @param isLeaving the page ends, for now: the browser takes what it can
 */
export const flush = async (core: Core, isLeaving?: boolean): Promise<void> => {
  core.timer = void clearTimeout(core.timer);
  if (!isOpen(core)) return;
  // What becomes of a request that is under way when the page ends will not be known: it goes once more.
  if (isLeaving) core.underWay = [];
  const isHidden = isLeaving || document.hidden;
  // What is at fault in one delivery must not keep those after it from running.
  const next = () => deliver(core, [...core.items], isHidden).catch(report);
  // Hidden it neither waits nor is waited for: the answer that is awaited stays so.
  return isHidden ? next() : (core.running = core.running.then(next));
};

/** In as few requests as these fit into, one after the other, until one fails. */
const deliver = async (core: Core, some: Item[], isHidden: boolean): Promise<void> => {
  let most = some.length;
  let outcome: string;
  // Nothing joins any more what is sent, nor what is held, which has the time of its first. What comes while an answer is
  // awaited is of the next flush.
  core.groups.clear();
  do {
    // A page that ended meanwhile, and came back, has sent them.
    const waiting = some.filter(
      (item) => core.items.has(item) && !isHeld(core, item) && !core.underWay.includes(item),
    );
    if (!waiting[0]) return;
    const { visit } = waiting[0];
    const batch = waiting.filter((item) => item.visit?.session_id === visit?.session_id).slice(0, most);
    const drops = { ...core.drops };
    const body = toBody(core, batch);
    const answer = batch[1] && body.length > LIMIT ? "" : (core.send as Send)(core, body, batch, isHidden);
    // Settled without a wait: while the document is hidden the next event leaves in the same task.
    outcome = isHidden ? (answer as string) : await answer;
    const [stage, reason] = outcome.split(" ");
    if (stage) settle(core, batch, stage as Stage, reason);
    else {
      most = batch.length >> 1;
      // The browser's room for a page that ends is small: what was clicked goes before what was seen.
      if (isHidden) some.sort((a, b) => +isImpression(a) - +isImpression(b));
    }
    if (stage === "sent") core.toldDrops = drops;
  } while (!/kept|failed/.test(outcome));
};

/** An answer has come, or none: the next page is to know, too. */
export const conclude = (core: Core, failures: number): void => {
  core.failures = failures;
  if (isOpen(core)) saveVisitor(core);
};

/** After a failure: once more when the answer says so, at most a day later; without a word, after a while that grows. */
export const retry = (core: Core, response?: Response): void => {
  core.timer = void clearTimeout(core.timer);
  const told = (response?.headers.get("Retry-After") as never) * 1000;
  const pause = Math.min(told > 0 ? told : backoff(core.failures), LONGEST);
  conclude(core, core.failures + 1);
  // Without a network only the next event tries again, or the network's return.
  if (navigator.onLine) core.timer = setTimeout(flush, pause, core);
};
