interface Body {
  events: { id: string; event_type: string; data: { events?: object[] } }[];
}

/** Where the bytes of a request are. Together they are all of it. */
export interface Split {
  /** Around the events: who, since when, with what. */
  envelope: number;
  /** Page views and clicks, whole. */
  others: number;
  /** Of events that hold impressions, all but the lists of what was seen. */
  event: number;
  /** Those lists. */
  ids: number;
}

const bytes = (value: unknown): number => Buffer.byteLength(JSON.stringify(value));

/** Its events, as the script wrote them. */
export const eventsIn = (body: string): Body["events"] => (JSON.parse(body) as Body).events;

/** @param body of a request, JSON as the script writes it */
export function split(body: string): Split {
  const parts: Split = { envelope: Buffer.byteLength(body), others: 0, event: 0, ids: 0 };
  for (const event of eventsIn(body)) {
    const all = bytes(event);
    const seen = event.data.events;
    // Without the brackets: those are there for any number.
    const ids = seen ? bytes(seen) - 2 : 0;
    parts.ids += ids;
    parts[seen ? "event" : "others"] += all - ids;
    parts.envelope -= all;
  }
  return parts;
}
