import { type Backend, startBackend } from "./backend.js";
import { anyObject, compile, exactly, messageOf, text } from "./schemas.js";

/** "Body parameters". */
export interface AntsomiEvent {
  ec: string;
  ea: string;
  sid: number;
  aid: string;
  uid: string;
  items?: { id: string; type: string }[];
  dims?: Record<string, unknown>;
  context?: Record<string, unknown>;
  extra?: Record<string, unknown>;
}

const validEvent = compile<AntsomiEvent>(
  exactly(
    {
      ec: text,
      ea: text,
      sid: { type: "integer", minimum: 1, maximum: 2 ** 31 - 1 },
      aid: text,
      uid: text,
      items: { type: "array", items: exactly({ id: text, type: text }, ["id", "type"]) },
      dims: anyObject,
      context: anyObject,
      extra: anyObject,
    },
    ["ec", "ea", "sid", "aid", "uid"],
  ),
);

const RESPONSES = ["javascript", "json", "redirect", "pixel"];
const INTEGER = /^\d+$/;

/** The document's example of an answer, as JSON. */
const TAKEN = { dgs: "1576222588:3:0", session_id: "6320", type: "event", aid: "7" };

/** The document names no content type: of those that can hold its objects, the relay sends one, a beacon the other. */
const JSON_TEXT = /^(application\/json|text\/plain)\b/;

/** Starts a stand-in for Antsomi's "API Event Track". */
export function startAntsomi(account: { portalId: number; propId: number }): Promise<Backend<AntsomiEvent>> {
  const refuse = (status: number, message: string) => ({ status, body: { message } });
  return startBackend(({ method, query, headers, body }) => {
    const [portal, prop] = [query.get("portal_id") ?? "", query.get("prop_id") ?? ""];
    const isKnown = Number(portal) === account.portalId && Number(prop) === account.propId;
    // "Could not found for matching this query."
    if (!INTEGER.test(portal) || !INTEGER.test(prop) || !isKnown) return refuse(404, "404 not found");
    if (!RESPONSES.includes(query.get("resp_type") ?? "javascript")) return refuse(400, "resp_type");
    if (method !== "POST") return refuse(405, "POST");
    if (!JSON_TEXT.test(headers["content-type"] ?? "")) return refuse(415, "the body is not JSON");
    if (!validEvent(body)) return refuse(400, messageOf(validEvent.errors));
    return { status: 200, body: TAKEN, taken: [body] };
  });
}
