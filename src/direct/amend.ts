import type { Core } from "../core.js";
import { isEvent, settle } from "../delivery/queue.js";
import { retry } from "../delivery/sender.js";
import { save } from "../delivery/store.js";
import type { Item } from "../types.js";
import { type Heard, judge } from "./judge.js";

/** By when it happened: what failed has its place before what came later. */
const byTime = (a: Item, b: Item): number => (a.timestamp < b.timestamp ? -1 : +(a.timestamp > b.timestamp));

/**
 * Sets right what has counted as sent when the browser took it, now that the answers are there.
 *
 * @param all the answers to requests that were made at one time
 * @param failures those there were then
 */
export const amend = (core: Core, all: Heard[], failures: number): void => {
  const wrong = all.filter(({ rulings }) => rulings.some(({ verdict }) => verdict !== "delivered"));
  // All of them first: an item is settled when the last of its requests is.
  for (const { step, rulings } of wrong)
    step.items.forEach((item, index) => {
      if (rulings[index]?.verdict === "delivered") return;
      const { [step.place]: _, ...done } = item.done ?? {};
      const others = Object.values(done);
      item.done = done;
      // It still waits, or was dropped meanwhile.
      if (others.length < step.count - 1 || others.some(Boolean)) return;
      core.items = new Set([item, ...core.items].sort(byTime));
      if (isEvent(item)) core.counts.sent--;
      save(core, item);
    });
  for (const heard of wrong) {
    const outcome = judge(core, heard, failures);
    if (!outcome && core.failures === failures) retry(core);
    settle(core, heard.step.items, "failed", outcome.split(" ")[1]);
  }
};
