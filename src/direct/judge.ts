import type { Core } from "../core.js";
import { settle } from "../delivery/queue.js";
import { conclude, retry } from "../delivery/sender.js";
import { save } from "../delivery/store.js";
import type { Ruling } from "../destinations/destination.js";
import { report } from "../lib/report.js";
import type { Item } from "../types.js";
import type { Answer } from "./exchange.js";
import type { Step } from "./steps.js";

/** A request that was made. */
export interface Heard {
  step: Step;
  /** None: what came of it is not known. */
  answer: Answer | undefined;
  /** What that means for each item of the step. */
  rulings: Ruling[];
}

/** Keeps in mind that a request of an item was taken, or why it was refused. With the last the item is settled. */
export const mark = (core: Core, item: Item, { place, count }: Step, reason = ""): void => {
  item.done = { ...item.done, [place]: reason };
  const reasons = Object.values(item.done);
  const refusal = reasons.find(Boolean);
  if (reasons.length < count) save(core, item);
  else settle(core, [item], refusal ? "dropped" : "sent", refusal);
};

/**
 * Settles the items of a request by its answer.
 *
 * @param failures those there were when it was made: of requests that fail at one time one counts
 * @returns what a `Send` does
 */
export const judge = (core: Core, { step, answer, rulings }: Heard, failures: number): string => {
  const { items } = step;
  const status = answer ? `http_${answer.response.status}` : "network";
  // Which of them is at fault is not said.
  if (items[1] && rulings.every(({ verdict, reason }) => verdict === "refused" && !reason)) return "";
  let outcome = "sent";
  items.forEach((item, index) => {
    const { verdict, reason } = rulings[index] as Ruling;
    if (verdict === "retry") outcome = `failed ${status}`;
    else if (verdict === "delivered") mark(core, item, step);
    else {
      report(reason ? `event refused: ${reason}` : `events lost: ${status}`);
      mark(core, item, step, reason ? "rejected" : status);
    }
  });
  if (outcome === "sent") conclude(core, 0);
  else if (core.failures === failures) retry(core, answer?.response);
  return outcome;
};
