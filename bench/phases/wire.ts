import { click } from "../points.js";
import type { Phase } from "../session.js";
import type { Sent } from "../site.js";
import { load } from "../tab.js";
import { eventsIn, type Split, split } from "../wire-split.js";

/** Requests of one flush come one after the other; the next flush comes two seconds later. */
const FLUSH = 1500;

const bytesOf = (sent: Sent[]): number => sent.reduce((sum, { bytes }) => sum + bytes, 0);

/** Throws when something was sent twice: then it was not the batch of a visitor whose relay answers. */
function eventsOf(sent: Sent[]): ReturnType<typeof eventsIn> {
  const events = sent.flatMap(({ body }) => eventsIn(body));
  if (new Set(events.map(({ id }) => id)).size < events.length) throw new Error("an event was sent twice");
  return events;
}

/**
 * What travels of a visitor who opens a list and reads five viewports of it, ten matches each, for 1.5 s each: with the
 * default interval of 2 s, of which none ends when something counts, the page view goes with the first ten impressions,
 * and the others go by twenty. `impression` is all of these requests by impressions, bytes, and then by what they are
 * made of. Five clicks come after it. Ours alone: the bodies of others are not ours to read.
 */
export const wire: Phase = async (session) => {
  const { page, site, contender } = session;
  const sent = () => site.sent.splice(0).filter(({ name }) => name === contender.name);
  sent();
  await load(session);
  await page.evaluate("bench.rest(1500).then(() => bench.read(4, 1500)).then(() => bench.rest(2500))");
  const seen = sent();
  await click(session, 5);
  await page.evaluate("bench.rest(3000)");
  const clicked = sent();
  const all = [...seen, ...clicked];
  eventsOf(all);
  const impressions = eventsOf(seen).flatMap(({ data }) => data.events ?? []).length;
  const clicks = eventsOf(clicked).filter(({ event_type }) => event_type.startsWith("clicks:"));
  const splits = seen.map(({ body }) => split(body));
  const each = (part: keyof Split): number => splits.reduce((sum, one) => sum + one[part], 0) / impressions;
  const flushes = all.filter(({ at }, index) => at - (all[index - 1]?.at ?? 0) > FLUSH);
  return {
    impression: bytesOf(seen) / impressions,
    envelope: each("envelope"),
    event: each("event"),
    ids: each("ids"),
    pageview: each("others"),
    batch: impressions / seen.length,
    click: bytesOf(clicked) / clicks.length,
    requests: all.length / flushes.length,
  };
};
