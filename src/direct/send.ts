import type { Core, Send } from "../core.js";
import { isStored } from "../delivery/store.js";
import { attempt } from "../lib/attempt.js";
import { report } from "../lib/report.js";
import type { Item } from "../types.js";
import { amend } from "./amend.js";
import type { Backend } from "./backends.js";
import { createExchange } from "./exchange.js";
import { type Heard, judge, mark } from "./judge.js";
import { type Step, stepsOf } from "./steps.js";

/**
 * The way to a backend. One that wants headers gets a `fetch` that may outlive the page, the others a beacon when the
 * page is hidden or ends.
 *
 * @param config what the destination has to be told
 * @param bare the content type, where no other header is wanted
 */
export const sendTo = (backend: Backend, config: object, bare: string): Send => {
  const exchange = createExchange();

  /** What the answer says nothing of is tried again. */
  const post = async (step: Step, outlives: boolean): Promise<Heard> => {
    const { outbound, items } = step;
    const answer = await exchange.send(
      outbound,
      bare ? { "content-type": bare } : outbound.headers,
      outlives,
    );
    const found = answer && attempt(() => backend.rulings(outbound, answer.response.status, answer.said));
    return { step, answer, rulings: items.map(({ id }) => found?.get(id) ?? { verdict: "retry" }) };
  };

  /** One request after the other, so that a user's events stay in their order. */
  const ask = async (core: Core, steps: Step[], batch: Item[]): Promise<string> => {
    let outcome = "sent";
    core.underWay = batch;
    for (const step of steps) {
      // A page that ended meanwhile, and came back, has sent them.
      if (!step.items.some((item) => core.items.has(item))) continue;
      const { failures } = core;
      // What failed may have failed for want of room, which others take, too.
      outcome = judge(core, await post(step, !failures), failures);
      if (outcome !== "sent") break;
    }
    core.underWay = [];
    return outcome;
  };

  /** What the browser has taken counts as sent, as with a beacon. A page that lives on learns better. */
  const leave = (core: Core, steps: Step[]): boolean => {
    const { failures } = core;
    const who = core.visitor.visit?.anonymous_id;
    const posts: Promise<Heard>[] = [];
    const isTaken = (step: Step): boolean => {
      const { url, body } = step.outbound;
      if (bare) {
        if (!attempt(() => navigator.sendBeacon(url, new Blob([body], { type: bare })))) return false;
      } else if (exchange.hasRoom(step.outbound)) posts.push(post(step, true));
      else return false;
      for (const item of step.items) mark(core, item, step);
      return true;
    };
    const areTaken = steps.every(isTaken);
    const amended = Promise.all(posts)
      .then((all) => {
        // Who has withdrawn consent is another visitor when they give it again.
        if (core.visitor.visit?.anonymous_id === who) amend(core, all, failures);
      })
      .catch(report);
    // What comes later must not overtake what has to go again.
    core.running = core.running.then(() => amended);
    return areTaken;
  };

  return (core, body, batch, isHidden) => {
    // Halved until it is a portion.
    if (batch[backend.batch]) return "";
    // While deliveries fail, what is safe in storage stays there.
    if (isHidden && core.failures && isStored(batch)) return "kept";
    // It may be a hook's, or from a storage that others have written into.
    const steps = attempt(() => stepsOf(core, backend, config, body, batch), "bad event: ");
    if (!steps) return batch[1] ? "" : "dropped invalid";
    if (!isHidden) return ask(core, steps, batch);
    return leave(core, steps) ? "sent" : batch[1] ? "" : "kept";
  };
};
