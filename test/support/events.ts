import { expect } from "@playwright/test";
import type { TrackerEvent, WireEvent } from "../../src/types.js";

/** Some members of an event, at any depth. */
export type Pattern = Partial<Omit<TrackerEvent, "data">> & { data?: Record<string, unknown> };

/** Whether the event has all that the pattern has. */
export const matches = (event: WireEvent, pattern: Pattern): boolean => {
  try {
    expect(event).toMatchObject(pattern);
    return true;
  } catch {
    return false;
  }
};

/** The events of the type, in the order of their arrival. */
export const ofType = (events: WireEvent[], type: string): WireEvent[] =>
  events.filter(({ event_type }) => event_type === type);

/** The ids that impressions of the type have brought, in the order of their arrival. */
export const idsOf = (events: WireEvent[], type: string): unknown[] =>
  ofType(events, type)
    .flatMap(({ data }) => (data.events ?? data.leagues ?? data.sports ?? data.game_ids) as { id: unknown }[])
    .map(({ id }) => id);

/** The same for `impressions:games`, sorted: most tests don't mind what came into view first. */
export const gamesOf = (events: WireEvent[]): unknown[] => idsOf(events, "impressions:games").sort();

/** The numbers of the events that `track` has made. */
export const numbersOf = (events: WireEvent[]): number[] =>
  events.flatMap(({ data }) => (data.n === undefined ? [] : [data.n as number]));
