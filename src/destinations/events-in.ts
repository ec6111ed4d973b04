import type { OutboundEvent, OutboundRecord } from "./destination.js";

/** The events that a backend has a place for, and the ids of all other records, which are skipped. */
export const eventsIn = (
  records: OutboundRecord[],
  hasPlace: (event: OutboundEvent) => unknown = () => true,
): { events: OutboundEvent[]; skipped: string[] } => {
  const events = records.filter(
    (record): record is OutboundEvent => record.kind === "event" && !!hasPlace(record),
  );
  const others = records.filter((record) => !events.includes(record as OutboundEvent));
  return { events, skipped: others.map(({ id }) => id) };
};
