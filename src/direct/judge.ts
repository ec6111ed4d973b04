import type { Core } from "../core.js";
import { settle } from "../delivery/queue.js";
import { retry } from "../delivery/sender.js";
import { save } from "../delivery/store.js";
import type { Ruling } from "../destinations/destination.js";
import { report } from "../lib/report.js";
import type { Item } from "../types.js";
import type { Backend } from "./backends.js";
import type { Answer } from "./exchange.js";
import type { Step } from "./steps.js";

/** The ruling for each item of a request. What the answer says nothing of is tried again. */
export function rulingsOf({ rulings }: Backend, { outbound, items }: Step, answer?: Answer): Ruling[] {
  const found = answer && rulings(outbound, answer.response.status, answer.said);
  return items.map(({ id }) => found?.get(id) ?? { verdict: "retry" });
}

/** Keeps in mind that one of the several requests of an item was taken. */
export function mark(core: Core, item: Item, place: number): void {
  item.done = [...(item.done ?? []), place];
  save(core, item);
}

/**
 * Settles the items of a request by its answer.
 *
 * @param refusals items that were refused, and why: they are dropped once their other requests have been tried
 * @returns what a `Send` does
 */
export function judge(
  core: Core,
  step: Step,
  rulings: Ruling[],
  answer: Answer | undefined,
  refusals: Map<Item, string>,
): string {
  const { items, place, isLast } = step;
  const status = answer ? `http_${answer.response.status}` : "network";
  const all = (wanted: string) => rulings.every(({ verdict, reason }) => verdict === wanted && !reason);
  // Which of them is at fault is not said.
  if (items[1] && all("refused")) return "";
  let outcome = "sent";
  items.forEach((item, index) => {
    const { verdict, reason } = rulings[index] as Ruling;
    if (verdict === "retry") {
      outcome = `failed ${status}`;
      return;
    }
    if (verdict !== "delivered") {
      report(reason ? `event refused: ${reason}` : `events lost: ${status}`);
      refusals.set(item, reason ? "rejected" : status);
    } else if (!isLast) mark(core, item, place);
    if (isLast) settle(core, [item], refusals.has(item) ? "dropped" : "sent", refusals.get(item));
  });
  if (outcome === "sent") core.failures = 0;
  else retry(core, answer?.response);
  return outcome;
}
