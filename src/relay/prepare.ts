import { clockShift, correct } from "./clock.js";
import type { RawEnvelope } from "./envelope.js";
import { isTime } from "./record-checks.js";
import type { StoredBatch } from "./store/inbox.js";
import { type RejectedRecord, validateEvents, validateIdentify } from "./validate.js";

/** Turns an envelope into what is stored, with its times corrected, and the reasons for what is not. */
export function prepare(
  { events: rawEvents, identify: rawIdentify, sent_at, ...visit }: RawEnvelope,
  headers: Headers,
  arrived: number,
): { batch: StoredBatch; errors: RejectedRecord[] } {
  const { events, errors } = validateEvents(rawEvents);
  const { identify, errors: identifyErrors } = validateIdentify(rawIdentify);
  const sent = isTime(sent_at) ? sent_at : undefined;
  const shift = clockShift(sent, arrived);
  const corrected = <T extends { timestamp: string }>(record: T): T => ({
    ...record,
    timestamp: correct(record.timestamp, shift),
  });
  const batch = {
    ...visit,
    sent_at: sent && correct(sent, shift),
    origin: headers.get("origin") ?? undefined,
    user_agent: headers.get("user-agent") ?? undefined,
    events: events.map(corrected),
    identify: identify.map(corrected),
  };
  return { batch, errors: [...errors, ...identifyErrors] };
}
