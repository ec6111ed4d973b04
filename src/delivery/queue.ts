import { CATALOG } from "../catalog.js";
import { attempt } from "../lib/attempt.js";
import { toJson } from "../lib/json.js";
import { report } from "../lib/report.js";
import type { Options } from "../options.js";
import type { Item, Json, Listener, Stage, Stats, WireEvent } from "../types.js";

export interface Queue {
  items: Set<Item>;
  /** Takes an event, or lets an impression join one that waits. One that is not wanted only counts. */
  enqueue(event: WireEvent, unwanted: string): void;
  /** Takes what joins none. */
  put(item: Item): void;
  /** What may be sent now. Nothing joins it any more. */
  take(): Item[];
  /** Tells what has become of items. Those sent and dropped leave; the rest may be taken again. */
  settle(items: Iterable<Item>, stage: Stage, reason?: string): void;
  /** Tells what has become of an event. */
  tell(stage: Stage, event: WireEvent, reason?: string): void;
  /** Whether the item waits, in memory, for its user. */
  isHeld(item: Item): boolean;
  /** Held events are this user's. */
  claim(userId: string): void;
  stats(): Stats;
}

/** With more items than this the oldest impressions go first, then the oldest of the rest. */
const MOST = 1000;
/** With more ids than this an event takes no more, so that it fits into a request. */
const MOST_IDS = 500;
/** How long an event is held for a user, ms. */
const HOLD = 30 * 60_000;

export const isEvent = (item: object): item is WireEvent => "event_type" in item;

/** The field with the ids, of an impression that others may join. */
const listField = (item: Item): string =>
  (isEvent(item) && /^imp/.test(item.event_type) && CATALOG.get(item.event_type)?.[0]) || "";

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
  /** The impressions that others may join, by all that these have to share with them. */
  const groups = new Map<string, WireEvent>();
  const counts = { captured: 0, merged: 0, sent: 0 };
  const dropped: Record<string, number> = {};

  function tell(stage: Stage, event: WireEvent, reason = ""): void {
    if (stage === "dropped") dropped[reason] = (dropped[reason] ?? 0) + 1;
    else if (stage in counts) counts[stage as keyof typeof counts]++;
    for (const listener of listeners) attempt(() => listener({ stage, event, reason }), report);
  }

  function settle(some: Iterable<Item>, stage: Stage, reason?: string): void {
    for (const item of some) {
      if (!items.has(item)) continue;
      if (/sent|dropped/.test(stage)) {
        items.delete(item);
        removed(item);
      }
      if (isEvent(item)) tell(stage, item, reason);
    }
  }

  function put(item: Item): void {
    const all = [...items.add(item)];
    changed(item);
    if (all[MOST]) settle([all.find(listField) ?? item], "dropped", "overflow");
  }

  const isHeld = (item: Item): boolean => options.anonymous === "hold" && item.user_id === null;

  return {
    items,
    put,
    settle,
    tell,
    isHeld,
    enqueue(event, unwanted) {
      tell("captured", event);
      if (unwanted) return tell("dropped", event, unwanted);
      const field = listField(event);
      if (!field) return put(event);
      const group = toJson({ ...event, id: 0, timestamp: 0, data: { ...event.data, [field]: 0 } });
      const open = groups.get(group) as WireEvent;
      const ids = open?.data[field] as Json[];
      if (!items.has(open) || ids[MOST_IDS]) {
        groups.set(group, event);
        return put(event);
      }
      for (const entry of event.data[field] as Json[])
        if (!ids.some(({ id }) => id === entry.id)) ids.push(entry);
      tell("merged", event);
      changed(open);
    },
    take() {
      groups.clear();
      return [...items].filter((item) => !isHeld(item));
    },
    claim(userId) {
      for (const item of items) {
        if (!isHeld(item)) continue;
        const { timestamp, data } = Object.assign(item as WireEvent, { user_id: userId });
        if (data.user === null) data.user = userId;
        if (Date.now() - Date.parse(timestamp) > HOLD) settle([item], "dropped", "anonymous");
        else changed(item);
      }
    },
    stats: () => ({
      ...counts,
      queued: [...items].filter(isEvent).length,
      dropped: { ...dropped },
    }),
  };
}
