import type { Core } from "../core.js";
import { isEvent, settle } from "../delivery/queue.js";
import type { OutboundRecord, OutboundRequest } from "../destinations/destination.js";
import type { Envelope, Item } from "../types.js";
import type { Backend } from "./backends.js";

/** So far two clocks may be apart, ms. The relay allows as much. */
const DRIFT = 60_000;

/** A request that is still to be made, and the items in it. */
export interface Step {
  outbound: OutboundRequest;
  items: Item[];
  /** Which of the requests that its items need. Only an item that is alone in its requests needs several. */
  place: number;
  /** How many these are. */
  count: number;
}

/**
 * The requests that a batch needs. What the backend has no place for is dropped.
 *
 * @param body the batch in its form for the relay: it has all that is known of the visit
 */
export const stepsOf = (
  core: Core,
  { requests: plan }: Backend,
  config: object,
  body: string,
  batch: Item[],
): Step[] => {
  const { v: _, events, identify, dropped, ...visit } = JSON.parse(body) as Envelope;
  // The page's own clock stands still while the machine sleeps. No relay sets it right: the visitor's clock does.
  const shift = Date.now() - Date.parse(`${visit.sent_at}`);
  const shifted = (timestamp: string) =>
    Math.abs(shift) > DRIFT ? new Date(Date.parse(timestamp) + shift).toISOString() : timestamp;
  const records = batch.map(({ visit: _, key: __, size: ___, done: ____, timestamp, ...item }) => ({
    ...visit,
    ...item,
    timestamp: shifted(timestamp),
    kind: isEvent(item) ? "event" : "identify",
  }));
  const { requests, skipped } = plan(records as OutboundRecord[], config as never);
  settle(
    core,
    batch.filter(({ id }) => skipped.includes(id)),
    "dropped",
    "skipped",
  );
  return requests
    .map((request) => {
      const of = requests.filter(({ ids }) => ids[0] === request.ids[0]);
      return {
        outbound: request,
        items: batch.filter(({ id }) => request.ids.includes(id)),
        place: of.indexOf(request),
        count: of.length,
      };
    })
    .filter(({ items: [first], place }) => first?.done?.[place] === undefined);
};
