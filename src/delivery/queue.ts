import { CATALOG } from "../catalog.js";
import { attempt } from "../lib/attempt.js";
import { toTimestamp } from "../lib/clock.js";
import { toJson } from "../lib/json.js";
import type { Item, Json, Listener, Stage, Stats, WireEvent } from "../types.js";

export interface Queue {
  items: Set<Item>;
  /** Takes an event, or merges an impression into the group that is open for it. */
  add(event: WireEvent, session: string | undefined): void;
  /** Takes what needs no merging. */
  put(item: Item): void;
  /** What may be sent now, of one session and within what a request may hold. Its groups are closed from here on. */
  take(most: number): Item[];
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
/** With more ids than this a group is closed, so that it fits into a request. */
const GROUP = 500;
/** How long an event is held for a user, ms. */
const HOLD = 30 * 60_000;

/** The text's size in bytes of UTF-8. */
export const bytesOf = (text: string): number => new Blob([text]).size;

export const isEvent = (record: object): record is WireEvent => "event_type" in record;

/** The field with the ids, for events whose ids may be merged. */
const listOf = (record: Partial<WireEvent>): string | undefined =>
  record.event_type?.startsWith("impressions:") ? CATALOG.get(record.event_type)?.[0] : undefined;

/**
 * What waits for its delivery, in the order of its capture.
 *
 * @param hold events without a user wait for one
 * @param changed an item is new, or has changed
 * @param removed an item has left
 */
export function createQueue(
  hold: () => boolean,
  changed: (item: Item) => void,
  removed: (item: Item) => void,
  listeners: ReadonlySet<Listener>,
): Queue {
  const items = new Set<Item>();
  /** The impressions that others may join, by all that they share. */
  const groups = new Map<string, Item>();
  const stats: Stats = { captured: 0, merged: 0, sent: 0, queued: 0, dropped: {} };
  const waits = ({ record }: Item): boolean => hold() && record.user_id === null;

  function tell(stage: Stage, event: WireEvent, reason = ""): void {
    if (stage === "dropped") stats.dropped[reason] = (stats.dropped[reason] ?? 0) + 1;
    else if (stage in stats) stats[stage as "sent"]++;
    for (const listener of listeners) attempt(() => listener({ stage, event, reason }), console.error);
  }

  function settle(some: Iterable<Item>, stage: Stage, reason?: string): void {
    const ends = stage === "sent" || stage === "dropped";
    for (const item of some) {
      item.sending = false;
      if (!items.has(item)) continue;
      if (ends) items.delete(item);
      if (ends) removed(item);
      if (isEvent(item.record)) tell(stage, item.record, reason);
    }
  }

  function put(item: Item): void {
    items.add(item);
    if (items.size > MOST) {
      const all = [...items];
      settle([all.find(({ record }) => listOf(record)) ?? (all[0] as Item)], "dropped", "overflow");
    }
    changed(item);
  }

  return {
    items,
    put,
    settle,
    tell,
    add(event, session) {
      const list = listOf(event) ?? "";
      const key = toJson({ ...event, session, id: 0, timestamp: 0, data: { ...event.data, [list]: 0 } });
      const entriesOf = ({ data }: WireEvent): Json[] => data[list] as Json[];
      const group = groups.get(key);
      const known = group && entriesOf(group.record as WireEvent);
      tell("captured", event);
      if (known && items.has(group) && known.length < GROUP) {
        known.push(...entriesOf(event).filter(({ id }) => !known.some((entry) => entry.id === id)));
        tell("merged", event);
        return changed(group);
      }
      const item: Item = { record: event, session };
      if (list) groups.set(key, item);
      put(item);
    },
    take(most) {
      const expiry = toTimestamp(performance.now() - HOLD);
      const batch: Item[] = [];
      let room = LIMIT;
      groups.clear();
      settle(
        [...items].filter((item) => waits(item) && item.record.timestamp < expiry),
        "dropped",
        "anonymous",
      );
      for (const item of items) {
        if (item.sending || waits(item) || (batch[0] ?? item).session !== item.session) continue;
        room -= bytesOf(toJson(item.record)) + 1;
        if (batch.length && (room < 0 || batch.length >= most)) break;
        item.sending = true;
        batch.push(item);
      }
      return batch;
    },
    claim(userId) {
      for (const item of items) {
        if (!waits(item)) continue;
        const { data } = Object.assign(item.record, { user_id: userId }) as WireEvent;
        if (data.user === null) data.user = userId;
        changed(item);
      }
    },
    stats: () => ({
      ...stats,
      queued: [...items].filter(({ record }) => isEvent(record)).length,
      dropped: { ...stats.dropped },
    }),
  };
}
