import type { ErrorObject } from "ajv";
import { type Backend, type Received, type Reply, startBackend } from "./backend.js";
import { anyObject, bearer, compile, exactly, isJson, messageOf, text, time } from "./schemas.js";

/** "Event Object Schema". */
export interface WyntaEvent {
  user_id: string;
  session_id?: string;
  event_id?: string;
  event_name: string;
  timestamp: string;
  device_type?: string;
  platform?: string;
  brand_id?: string;
  properties?: Record<string, unknown>;
}

/** The body of "Identify Player". */
export interface WyntaProfile {
  user_id: string;
  anonymous_id?: string;
  traits?: Record<string, unknown>;
  unset_traits?: string[];
  timestamp: string;
}

export type WyntaRecord = WyntaEvent | WyntaProfile;

const validEvent = compile<WyntaEvent>(
  exactly(
    {
      user_id: text,
      session_id: text,
      event_id: text,
      event_name: { type: "string", pattern: "^[a-z][a-z0-9]*(_[a-z0-9]+)*$" },
      timestamp: time,
      device_type: { enum: ["mobile", "tablet", "desktop"] },
      platform: { enum: ["ios", "android", "web"] },
      brand_id: text,
      properties: anyObject,
    },
    ["user_id", "event_name", "timestamp"],
  ),
);
const validTrack = compile<{ events: unknown[] }>(
  exactly({ events: { type: "array", minItems: 1 } }, ["events"]),
);
const validIdentify = compile<WyntaProfile>(
  exactly(
    {
      user_id: text,
      anonymous_id: text,
      traits: anyObject,
      unset_traits: { type: "array", items: text },
      timestamp: time,
    },
    ["user_id", "timestamp"],
  ),
);

const UUID_V4 = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

/** "All 422 Validation Error responses share this structure". */
const unprocessable = (errors: Partial<ErrorObject>[]): Reply<never> => ({
  status: 422,
  body: {
    detail: errors.map(({ instancePath = "", message, keyword }) => ({
      loc: ["body", ...instancePath.split("/").slice(1)],
      msg: message,
      type: keyword === "required" ? "missing" : "value_error",
      input: null,
      ctx: {},
    })),
  },
});

const unauthorized = (message: string): Reply<never> => ({
  status: 401,
  body: { code: "invalid_token", message },
});

/**
 * Starts a stand-in for Wynta's Player Platform API. It knows copies by `event_id`, and answers a request whose
 * `X-Idempotency-Key` it knows as it did before; the same key on another body is a mistake.
 */
export function startWynta({ token }: { token: string }): Promise<Backend<WyntaRecord>> {
  const seen = new Set<string>();
  const answered = new Map<string, { body: string; reply: Reply<WyntaRecord> }>();

  const track = (body: unknown): Reply<WyntaRecord> => {
    if (!validTrack(body)) return unprocessable(validTrack.errors ?? []);
    const taken: WyntaEvent[] = [];
    const errors: unknown[] = [];
    body.events.forEach((event, index) => {
      if (!validEvent(event)) {
        const { event_id = null } = (event ?? {}) as { event_id?: string };
        const isMissing = validEvent.errors?.some(({ keyword }) => keyword === "required");
        const code = isMissing ? "MISSING_FIELD" : "INVALID_TYPE";
        errors.push({ index, event_id, code, message: messageOf(validEvent.errors) });
      } else if (!seen.has(event.event_id ?? "")) {
        if (event.event_id) seen.add(event.event_id);
        taken.push(event);
      }
    });
    const accepted = body.events.length - errors.length;
    return { status: 202, body: { accepted, rejected: errors.length, errors }, taken };
  };

  const identify = (body: unknown): Reply<WyntaRecord> =>
    validIdentify(body)
      ? { status: 202, body: { user_id: body.user_id }, taken: [body] }
      : unprocessable(validIdentify.errors ?? []);

  const endpoints: Record<string, (body: unknown) => Reply<WyntaRecord>> = {
    "/v1/events/track": track,
    "/v1/events/identify": identify,
  };

  return startBackend(({ method, path, headers, body }: Received) => {
    const endpoint = endpoints[path];
    if (!endpoint) return { status: 404, body: { detail: "Not Found" } };
    if (method !== "POST") return { status: 405, body: { detail: "Method Not Allowed" } };
    const given = bearer(headers.authorization);
    if (!given) return unauthorized("Missing or malformed Authorization header");
    if (given !== token) return unauthorized("Invalid or expired token");
    if (!isJson(headers["content-type"]))
      return unprocessable([{ message: "the body is not application/json" }]);
    const key = headers["x-idempotency-key"];
    if (key === undefined) return endpoint(body);
    if (!UUID_V4.test(String(key))) return unprocessable([{ message: "X-Idempotency-Key is not a UUID v4" }]);
    const before = answered.get(String(key));
    if (before && before.body !== sorted(body))
      return unprocessable([{ message: "X-Idempotency-Key is another body's" }]);
    const reply = before?.reply ?? endpoint(body);
    answered.set(String(key), { body: sorted(body), reply: { ...reply, taken: [] } });
    return reply;
  });
}

/** The same text for the same events in any order. */
function sorted(body: unknown): string {
  const { events } = (body ?? {}) as { events?: unknown[] };
  return JSON.stringify(events?.map((event) => JSON.stringify(event)).sort() ?? body);
}
