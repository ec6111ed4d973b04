import { CATALOG } from "../catalog.js";
import { attempt } from "../lib/attempt.js";
import { now, toTimestamp } from "../lib/clock.js";
import { toJson } from "../lib/json.js";
import type { Options } from "../options.js";
import type { Item, Json, Listener, Stage, Stats, WireEvent } from "../types.js";

export interface Queue {
  items: Set<Item>;
  /** Takes an event, or lets an impression join one that waits. One that is not wanted only counts. */
  add(item: Item, unwanted: string): void;
  /** Takes what joins none. */
  put(item: Item): void;
  /** What may be sent now: of one visit, and of no more bytes than this unless it is one. Nothing joins it any more. */
  take(bytes: number): Item[];
  /** Tells what has become of items. Those sent and dropped leave; the rest may be taken again. */
  settle(items: Iterable<Item>, stage: Stage, reason?: string): void;
  /** Tells what has become of an event. */
  tell(stage: Stage, event: WireEvent, reason?: string): void;
  /** Held events are this user's. */
  claim(userId: string): void;
  stats(): Stats;
}

/** What the relay takes in one request, less the members of the envelope around the records. Bytes. */
export const LIMIT = 61_440 - 1024;
/** With more items than this the oldest impressions go first, then the oldest of the rest. */
const MOST = 1000;
/** With more ids than this an event takes no more, so that it fits into a request. */
const MOST_IDS = 500;
/** How long an event is held for a user, ms. */
const HOLD = 30 * 60_000;

/** The text's size in bytes of UTF-8. */
export const bytesOf = (text: string): number => new Blob([text]).size;

export const isEvent = (record: object): record is WireEvent => "event_type" in record;

/** The field with the ids, of an impression that others may join. */
const idField = (record: object): string =>
  (isEvent(record) && record.event_type.startsWith("impressions:") && CATALOG.get(record.event_type)?.[0]) ||
  "";

/**
 * What waits for its delivery, in the order of its capture.
 *
 * @param changed an item is new, or has changed
 * @param removed an item has left
 */
export function createQueue(
  options: Options,
  changed: (item: Item) => void,
  removed: (item: Item) => void,
  listeners: ReadonlySet<Listener>,
): Queue {
  const items = new Set<Item>();
  const counts = { captured: 0, merged: 0, failed: 0, kept: 0, sent: 0 };
  const dropped: Record<string, number> = {};
  const isHeld = (item: Item): boolean => options.anonymous === "hold" && item.record.user_id === null;

  function tell(stage: Stage, event: WireEvent, reason = ""): void {
    if (stage === "dropped") dropped[reason] = (dropped[reason] ?? 0) + 1;
    else counts[stage]++;
    for (const listener of listeners) attempt(() => listener({ stage, event, reason }), console.error);
  }

  function settle(some: Iterable<Item>, stage: Stage, reason?: string): void {
    for (const item of some) {
      item.sending = false;
      if (!items.has(item)) continue;
      if (stage === "sent" || stage === "dropped") {
        items.delete(item);
        removed(item);
      }
      if (isEvent(item.record)) tell(stage, item.record, reason);
    }
  }

  function put(item: Item): void {
    const all = [...items.add(item)];
    if (all[MOST])
      settle([all.find((one) => idField(one.record)) ?? (all[0] as Item)], "dropped", "overflow");
    changed(item);
  }

  return {
    items,
    put,
    settle,
    tell,
    add(item, unwanted) {
      const event = item.record as WireEvent;
      const field = idField(event);
      const idsOf = (one: Item) => (one.record as WireEvent).data[field] as Json[];
      tell("captured", event);
      if (unwanted) return tell("dropped", event, unwanted);
      if (!field) return put(item);
      item.group = toJson([
        item.visit,
        { ...event, id: 0, timestamp: 0, data: { ...event.data, [field]: 0 } },
      ]);
      const open = [...items].find((one) => one.group === item.group && idsOf(one).length < MOST_IDS);
      if (!open) return put(item);
      for (const id of idsOf(item))
        if (!idsOf(open).some((known) => known.id === id.id)) idsOf(open).push(id);
      tell("merged", event);
      changed(open);
    },
    take(bytes) {
      const batch: Item[] = [];
      for (const item of items) {
        if (isHeld(item) && item.record.timestamp < toTimestamp(now() - HOLD))
          settle([item], "dropped", "anonymous");
        const visit = (batch[0] ?? item).visit;
        if (isHeld(item) || item.sending || visit?.session_id !== item.visit?.session_id) continue;
        bytes -= bytesOf(toJson(item.record)) + 1;
        if (bytes < 0 && batch[0]) break;
        item.sending = true;
        item.group = "";
        batch.push(item);
      }
      return batch;
    },
    claim(userId) {
      for (const item of items) {
        if (!isHeld(item)) continue;
        const { data } = Object.assign(item.record, { user_id: userId }) as WireEvent;
        if (data.user === null) data.user = userId;
        changed(item);
      }
    },
    stats() {
      const { captured, merged, sent } = counts;
      return {
        captured,
        merged,
        sent,
        queued: [...items].filter((item) => isEvent(item.record)).length,
        dropped: { ...dropped },
      };
    },
  };
}
