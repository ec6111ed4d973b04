import { type Core, isOpen, type Send } from "../core.js";
import { isEvent, settle } from "../delivery/queue.js";
import { retry } from "../delivery/sender.js";
import { isStored, save } from "../delivery/store.js";
import { attempt } from "../lib/attempt.js";
import type { Item } from "../types.js";
import type { Backend } from "./backends.js";
import { createExchange } from "./exchange.js";
import { judge, mark, rulingsOf } from "./judge.js";
import { type Step, stepsOf } from "./steps.js";

/**
 * The way to a backend. One that wants headers gets a `fetch` that may outlive the page, the others a beacon when the
 * page is hidden or ends.
 *
 * @param config what the destination has to be told
 * @param bare the content type, where no other header is wanted
 */
export function sendTo(backend: Backend, config: object, bare: string): Send {
  const exchange = createExchange();
  const post = ({ outbound }: Step, outlives: boolean) =>
    exchange.send(outbound, bare ? { "content-type": bare } : outbound.headers, outlives);

  /** One request after the other, so that a user's events stay in their order. */
  async function ask(core: Core, steps: Step[], batch: Item[]): Promise<string> {
    const refusals = new Map<Item, string>();
    let outcome = "sent";
    core.underWay = batch;
    for (const step of steps) {
      // A page that ended meanwhile, and came back, has sent them.
      if (!step.items.some((item) => core.items.has(item))) continue;
      // What failed may have failed for want of room, which others take, too.
      const answer = await post(step, !core.failures);
      outcome = judge(core, step, rulingsOf(backend, step, answer), answer, refusals);
      if (outcome !== "sent") break;
    }
    core.underWay = [];
    if (outcome === "sent") for (const [item, reason] of refusals) settle(core, [item], "dropped", reason);
    return outcome;
  }

  /** What the browser has taken counts as sent, as with a beacon. A page that lives on learns better. */
  function leave(core: Core, step: Step): unknown {
    const { outbound, items, place, isLast } = step;
    if (bare)
      return attempt(() => navigator.sendBeacon(outbound.url, new Blob([outbound.body], { type: bare })));
    if (!exchange.hasRoom(outbound)) return false;
    post(step, true).then((answer) => {
      const rulings = rulingsOf(backend, step, answer);
      if (!isOpen(core) || rulings.every(({ verdict }) => verdict === "delivered")) return;
      for (const item of items) {
        item.done = item.done?.filter((each) => each !== place);
        if (core.items.has(item)) continue;
        core.items.add(item);
        save(core, item);
        if (isEvent(item)) core.counts.sent--;
      }
      const outcome = judge(core, step, rulings, answer, new Map());
      if (!outcome) retry(core);
      settle(core, items, "failed", outcome.split(" ")[1]);
    });
    if (!isLast) for (const item of items) mark(core, item, place);
    return true;
  }

  return (core, body, batch, isHidden) => {
    // Halved until it is a portion.
    if (batch[backend.batch]) return "";
    // While deliveries fail, what is safe in storage stays there.
    if (isHidden && core.failures && isStored(batch)) return "kept";
    const steps = stepsOf(core, backend, config, body, batch);
    if (!isHidden) return ask(core, steps, batch);
    return steps.every((step) => leave(core, step)) ? "sent" : batch[1] ? "" : "kept";
  };
}
