import type { Provenance } from "../destinations/destination.js";
import type { DeviceDetail } from "../types.js";
import { DEVICE_MEMBERS } from "../user-agent.js";

/** What a request body holds, its shape checked, its records not. */
export interface RawEnvelope extends Provenance {
  events: unknown[];
  identify: unknown[];
  /** How many events the page has dropped, by reason. */
  dropped: Record<string, number>;
}

/** The body cannot be taken at all. The message says why. */
export class ShapeError extends Error {
  override name = "ShapeError";
}

const MEMBERS = ["sent_at", "session_id", "anonymous_id", "device_type", "platform", "viewability"] as const;

/**
 * Reads a request body. Optional members of a wrong type count as absent.
 *
 * @throws ShapeError unless it is UTF-8, JSON, and an object with `v` 1 and a list of events
 */
export function parseEnvelope(bytes: Uint8Array): RawEnvelope {
  const body = parseJson(decode(bytes));
  if (!isObject(body)) throw new ShapeError("the body is not a JSON object");
  if (body.v !== 1) throw new ShapeError(`"v" is not 1`);
  if (!Array.isArray(body.events)) throw new ShapeError(`"events" is not an array`);
  const identify = Array.isArray(body.identify) ? body.identify : undefined;
  if (!body.events.length && !identify) throw new ShapeError(`"events" is empty, and there is no "identify"`);
  const visit = Object.fromEntries(
    MEMBERS.filter((name) => typeof body[name] === "string").map((name) => [name, body[name]]),
  );
  return {
    ...visit,
    device: deviceIn(body.device),
    events: body.events,
    identify: identify ?? [],
    dropped: dropsIn(body.dropped),
  };
}

/** Why pages drop events. Whatever else they say is `other`, so that nobody can fill the metrics with names. */
const REASONS = /^(anonymous|beforeSend|consent|overflow|rejected|skipped|http_4\d\d)$/;

/** More than a page can drop between two requests is a lie. */
const MOST_DROPS = 1e6;

function dropsIn(given: unknown): Record<string, number> {
  const drops: Record<string, number> = {};
  for (const [name, count] of Object.entries(isObject(given) ? given : {})) {
    const reason = REASONS.test(name) ? name : "other";
    if (Number.isInteger(count) && (count as number) > 0 && (count as number) < MOST_DROPS)
      drops[reason] = (drops[reason] ?? 0) + (count as number);
  }
  return drops;
}

/** Longest name or version of a device that is kept, characters. It is stored with each batch. */
const LONGEST = 100;

/** The members that are what they are to be; undefined where there are none. */
function deviceIn(given: unknown): DeviceDetail | undefined {
  if (!isObject(given)) return undefined;
  const isText = (value: unknown) => typeof value === "string" && value !== "" && value.length <= LONGEST;
  const known = DEVICE_MEMBERS.filter((name) => isText(given[name])).map((name) => [name, given[name]]);
  return known.length ? Object.fromEntries(known) : undefined;
}

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Fatal: what is not UTF-8 would otherwise be stored with replacement characters in it. */
const utf8 = new TextDecoder("utf-8", { fatal: true });

function decode(bytes: Uint8Array): string {
  try {
    return utf8.decode(bytes);
  } catch {
    throw new ShapeError("the body is not UTF-8");
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Not the parser's message: it quotes the body.
    throw new ShapeError("the body is not JSON");
  }
}
