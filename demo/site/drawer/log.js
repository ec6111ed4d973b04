import { idsOf } from "./ids.js";

/** How many events are kept, to stay smooth. What falls out is still counted. */
export const LIMIT = 300;

/**
 * What the relay received, newest first, and what became of it. An entry is `{event, visit, at, bytes, verdicts}`;
 * `verdicts` maps a destination to `{verdict, status, reason}`.
 */
export function createLog() {
  const entries = new Map();
  const seen = new Set();
  // Received and not yet settled. Only these count when an answer comes: not what came before this page listened.
  const unsettled = new Set();
  // An answer can overtake the news of the event itself.
  const early = new Map();
  const counters = { received: 0, forwarded: 0, refused: 0 };

  function settle(id, verdict) {
    if (verdict !== "delivered" && verdict !== "refused") return;
    if (unsettled.delete(id)) counters[verdict === "delivered" ? "forwarded" : "refused"]++;
  }

  return {
    counters: () => ({ ...counters, ids: seen.size }),

    /** Takes an event in; returns its entry, or null for one that is known already. */
    receive({ event, visit, at, answer }) {
      if (entries.has(event.id)) return null;
      const bytes = new TextEncoder().encode(JSON.stringify(event)).length;
      const entry = { event, visit: visit ?? {}, at, bytes, verdicts: early.get(event.id) ?? new Map() };
      early.delete(event.id);
      if (answer) entry.verdicts.set(answer.destination, answer);
      keep(entries, event.id, entry);
      unsettled.add(event.id);
      counters.received++;
      for (const { verdict } of entry.verdicts.values()) settle(event.id, verdict);
      for (const { kind, id } of idsOf(event.data)) seen.add(`${kind} ${id}`);
      return entry;
    },

    /** Notes a backend's answer; returns the entries that it is about. */
    forward({ destination, ids, verdict, status, reason }) {
      return ids.flatMap((id) => {
        const entry = entries.get(id);
        const verdicts = entry?.verdicts ?? early.get(id) ?? new Map();
        verdicts.set(destination, { verdict, status, reason });
        if (!entry) keep(early, id, verdicts);
        settle(id, verdict);
        return entry ? [entry] : [];
      });
    },

    clear() {
      for (const memory of [entries, early, seen, unsettled]) memory.clear();
      for (const name of Object.keys(counters)) counters[name] = 0;
    },
  };
}

/** Sets a member of a map that drops its oldest one when it is full. */
function keep(map, key, value) {
  map.set(key, value);
  if (map.size > LIMIT) map.delete(map.keys().next().value);
}
