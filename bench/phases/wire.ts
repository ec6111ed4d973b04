import { click } from "../points.js";
import { load, type Phase } from "../session.js";
import type { Sent } from "../site.js";

/** Requests of one flush come one after the other; the next flush comes two seconds later. */
const FLUSH = 1500;

interface Body {
  events: { event_type: string; data: { events?: object[] } }[];
}

const bytesOf = (sent: Sent[]): number => sent.reduce((sum, { bytes }) => sum + bytes, 0);

/**
 * What travels: bytes for each impression while somebody reads, and for each of a few clicks, what is around them in a
 * request included; and how many requests a flush makes. Ours alone: the bodies of others are not ours to read.
 */
export const wire: Phase = async (session) => {
  const { page, site, contender } = session;
  const sent = () => site.sent.splice(0).filter(({ name }) => name === contender.name);
  sent();
  await load(session);
  await page.evaluate("bench.read(4, 1200).then(() => bench.rest(3000))");
  const seen = sent();
  await click(page, 5);
  await page.evaluate("bench.rest(3000)");
  const clicked = sent();
  const eventsIn = (some: Sent[]) => some.flatMap(({ body }) => (JSON.parse(body) as Body).events);
  const impressions = eventsIn(seen).flatMap(({ data }) => data.events ?? []);
  const clicks = eventsIn(clicked).filter(({ event_type }) => event_type.startsWith("clicks:"));
  const all = [...seen, ...clicked];
  const flushes = all.filter(({ at }, index) => at - (all[index - 1]?.at ?? 0) > FLUSH);
  return {
    impression: bytesOf(seen) / impressions.length,
    click: bytesOf(clicked) / clicks.length,
    requests: all.length / flushes.length,
  };
};
