import { CATALOG } from "../catalog.js";
import { isObject } from "./envelope.js";

export type RejectionCode =
  | "INVALID_EVENT"
  | "INVALID_ID"
  | "INVALID_TIMESTAMP"
  | "UNKNOWN_TYPE"
  | "INVALID_USER"
  | "INVALID_DATA";

export type RawRecord = Record<string, unknown>;

/** One condition: what has to hold of a record, and what is said if it does not. */
export type Check = [code: RejectionCode, holds: (record: RawRecord) => boolean, message: string];

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
/** A date and a time with its offset, as in RFC 3339: without the offset it would be nobody's time. */
const ISO_TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:?\d\d)$/;
/** Deeper data overflows the stack of JSON serialisers, ours or a backend's. */
const DEEPEST = 64;

const COMMON: Check[] = [
  ["INVALID_ID", ({ id }) => typeof id === "string" && UUID.test(id), "id is not a UUID"],
  [
    "INVALID_TIMESTAMP",
    ({ timestamp }) => isTime(timestamp),
    "timestamp is not an ISO 8601 date and time with an offset",
  ],
];

/** What has to hold of an event, in the order in which it is looked at. */
export const EVENT: Check[] = [
  ...COMMON,
  [
    "UNKNOWN_TYPE",
    ({ event_type }) => typeof event_type === "string" && CATALOG.has(event_type),
    "event_type is not a supported type",
  ],
  [
    "INVALID_USER",
    ({ user_id }) => user_id === null || isUser(user_id),
    "user_id is neither a string of 1 to 256 characters nor null",
  ],
  ["INVALID_DATA", ({ data = {} }) => isObject(data), "data is not an object"],
  ["INVALID_DATA", ({ data }) => !isDeeper(data, DEEPEST), `data is nested deeper than ${DEEPEST} levels`],
];

/** What has to hold of an identify record. */
export const IDENTIFY: Check[] = [
  ...COMMON,
  ["INVALID_USER", ({ user_id }) => isUser(user_id), "user_id is not a string of 1 to 256 characters"],
  ["INVALID_DATA", ({ traits = {} }) => isObject(traits), "traits is not an object"],
  [
    "INVALID_DATA",
    ({ traits }) => !isDeeper(traits, DEEPEST),
    `traits is nested deeper than ${DEEPEST} levels`,
  ],
  [
    "INVALID_DATA",
    ({ unset_traits = [] }) => isStrings(unset_traits),
    "unset_traits is not an array of strings",
  ],
];

/** Whether it is an ISO 8601 date and time with an offset, of a day that there is. */
export function isTime(value: unknown): boolean {
  if (typeof value !== "string" || !ISO_TIME.test(value)) return false;
  // Date.parse takes 30 February for 1 March.
  const day = value.slice(0, 10);
  const midnight = Date.parse(`${day}T00:00:00Z`);
  return !Number.isNaN(Date.parse(value)) && new Date(midnight).toISOString().startsWith(day);
}

function isUser(value: unknown): boolean {
  return typeof value === "string" && value.length >= 1 && value.length <= 256;
}

function isStrings(value: unknown): boolean {
  return Array.isArray(value) && value.every((each) => typeof each === "string");
}

function isDeeper(value: unknown, levels: number): boolean {
  if (typeof value !== "object" || value === null) return false;
  return levels === 0 || Object.values(value).some((each) => isDeeper(each, levels - 1));
}
