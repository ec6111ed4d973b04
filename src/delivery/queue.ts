import { CATALOG } from "../catalog.js";
import type { Core } from "../core.js";
import { attempt } from "../lib/attempt.js";
import { toJson } from "../lib/json.js";
import { stamp } from "../lib/stamp.js";
import type { Item, Json, Stage, Stats, WireEvent } from "../types.js";
import { save } from "./store.js";

/** With more items than this, or larger ones, UTF-16 units, the oldest impressions go first, then the oldest of the rest. */
const MOST = 1000;
const LARGEST = 2 ** 20;
/** With more ids than this an event takes no more, so that it fits into a request. */
const MOST_IDS = 500;
/** How long an event is held for a user, ms. */
const HOLD = 30 * 60_000;

export const isEvent = (item: object): item is WireEvent => "event_type" in item;

/** The field with the ids, of an impression that others may join. */
const listField = ({ event_type = "" }: Partial<WireEvent>): string =>
  (/^imp/.test(event_type) && CATALOG.get(event_type)?.[0]) || "";

/** Whether it says that something was seen. */
export const isImpression = (item: Partial<WireEvent>): boolean => !!listField(item);

/** Tells what has become of an item. A user's traits are no event. */
const tell = (core: Core, stage: Stage, event: Item, reason = ""): void => {
  if (!isEvent(event)) return;
  if (stage === "dropped") core.drops[reason] = (core.drops[reason] ?? 0) + 1;
  else if (stage in core.counts) core.counts[stage as keyof Core["counts"]]++;
  for (const listener of core.listeners) attempt(() => listener({ stage, event, reason }), "subscribe: ");
};

/** Tells what has become of items. Those sent and dropped leave; the rest may be taken again. */
export const settle = (core: Core, some: Iterable<Item>, stage: Stage, reason?: string): void => {
  for (const item of some) {
    if (!core.items.has(item)) continue;
    if (/sent|dropped/.test(stage)) {
      core.items.delete(item);
      save(core, item);
    }
    tell(core, stage, item, reason);
  }
};

/** Takes what joins none. */
export const put = (core: Core, item: Item): void => {
  core.items.add(item);
  tell(core, "captured", item);
  core.changed(item);
  let all: Item[];
  while ((all = [...core.items])[MOST] || all.reduce((sum, { size = 0 }) => sum + size, 0) > LARGEST)
    settle(core, [all.find(listField) ?? (all[0] as Item)], "dropped", "overflow");
};

/** Takes an event, or lets an impression join one that waits. One that is not wanted only counts. */
export const enqueue = (core: Core, event: WireEvent, unwanted: string): void => {
  const field = listField(event);
  const group = field && toJson({ ...event, id: 0, timestamp: 0, data: { ...event.data, [field]: 0 } });
  const open = core.groups.get(group) as WireEvent;
  const joins =
    core.items.has(open) &&
    !unwanted &&
    // A hook may have taken a list away.
    attempt(() => {
      const ids = open.data[field] as Json[];
      const more = event.data[field] as Json[];
      // What counts again, as in another page view, is another event's.
      return (
        !ids[MOST_IDS] && !more.some((entry) => ids.some(({ id }) => id === entry.id)) && ids.push(...more)
      );
    });
  if (!unwanted && !joins) {
    if (field) core.groups.set(group, event);
    return put(core, event);
  }
  tell(core, "captured", event);
  if (unwanted) return tell(core, "dropped", event, unwanted);
  tell(core, "merged", event);
  core.changed(open);
};

/** Whether the item waits, in memory, for its user. */
export const isHeld = ({ options }: Core, item: Item): boolean =>
  options.anonymous === "hold" && item.user_id === null;

/** Held events are this user's. */
export const claim = (core: Core, userId: string): void => {
  // What comes without a user is another visitor's.
  core.groups.clear();
  for (const item of core.items) {
    if (!isHeld(core, item)) continue;
    const { timestamp, data } = item as WireEvent;
    item.user_id = userId;
    if (data.user === null) data.user = userId;
    if (Date.parse(stamp().timestamp) - Date.parse(timestamp) > HOLD)
      settle(core, [item], "dropped", "anonymous");
    else core.changed(item);
  }
};

export const statsOf = ({ counts, drops, items }: Core): Stats => ({
  ...counts,
  queued: [...items].filter(isEvent).length,
  dropped: { ...drops },
});
