import type { IdentifyRecord, WireEvent } from "../types.js";
import { isObject } from "./envelope.js";
import { type Check, EVENT, IDENTIFY, type RawRecord, type RejectionCode } from "./record-checks.js";

/** Why one record of a batch was not taken. */
export interface RejectedRecord {
  /** Its place in the list. */
  index: number;
  list: "events" | "identify";
  /** Its id, where it has one that is a string. */
  id: string | null;
  code: RejectionCode;
  message: string;
}

/** The events that can be taken, with nothing in them but what is kept, and why the others cannot. */
export function validateEvents(records: unknown[]): { events: WireEvent[]; errors: RejectedRecord[] } {
  const { valid, errors } = validate(records, "events", EVENT);
  const events = valid.map(
    ({ id, timestamp, event_type, user_id, data = {} }) =>
      ({ id, timestamp, event_type, user_id, data }) as WireEvent,
  );
  return { events, errors };
}

export function validateIdentify(records: unknown[]): {
  identify: IdentifyRecord[];
  errors: RejectedRecord[];
} {
  const { valid, errors } = validate(records, "identify", IDENTIFY);
  const identify = valid.map(
    ({ id, timestamp, user_id, traits = {}, unset_traits = [] }) =>
      ({ id, timestamp, user_id, traits, unset_traits }) as IdentifyRecord,
  );
  return { identify, errors };
}

function validate(records: unknown[], list: RejectedRecord["list"], checks: Check[]) {
  const valid: RawRecord[] = [];
  const errors: RejectedRecord[] = [];
  records.forEach((record, index) => {
    if (!isObject(record)) {
      errors.push({ index, list, id: null, code: "INVALID_EVENT", message: "is not an object" });
      return;
    }
    const failed = checks.find(([, holds]) => !holds(record));
    if (!failed) return valid.push(record);
    const [code, , message] = failed;
    errors.push({ index, list, id: typeof record.id === "string" ? record.id : null, code, message });
  });
  return { valid, errors };
}
