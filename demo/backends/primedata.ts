import { type Backend, startBackend } from "./backend.js";
import { anyObject, compile, exactly, isJson, messageOf, type Schema, text, time } from "./schemas.js";

/** "JSON Body Parameters". */
export interface PrimeDataEvent {
  eventType: string;
  sessionId: string;
  properties: Record<string, unknown>;
  scope: string;
  timeStamp: string;
  sendAt?: string;
  source: { itemId: string; itemType: string };
  target: { itemId: string; itemType: string };
}

const item = exactly({ itemId: text, itemType: text }, ["itemId", "itemType"]);

const validBody = compile<{ events: PrimeDataEvent[] }>(
  exactly(
    {
      events: {
        type: "array",
        minItems: 1,
        items: exactly(
          {
            eventType: text,
            sessionId: text,
            properties: anyObject,
            scope: text,
            timeStamp: time,
            sendAt: time,
            source: item,
            target: item,
          },
          ["eventType", "sessionId", "properties", "scope", "timeStamp", "source", "target"],
        ),
      },
    },
    ["events"],
  ),
);

/** A registered event type, and what its properties have to be. */
export interface Registered {
  name: string;
  properties: Schema;
}

/**
 * Starts a stand-in for PrimeData's "Events Tracking API". Its document does not say what is answered where a type is not
 * registered or a property is missing: this one refuses the request with 400.
 */
export function startPrimeData(options: {
  clientId: string;
  token: string;
  registered: Registered[];
}): Promise<Backend<PrimeDataEvent>> {
  const { clientId, token } = options;
  const registered = new Map(options.registered.map(({ name, properties }) => [name, compile(properties)]));
  const refuse = (status: number, message: string) => ({ status, body: { message } });

  const wrong = ({ eventType, scope, properties }: PrimeDataEvent): string | undefined => {
    if (scope !== clientId) return "scope is not X-Client-Id";
    const valid = registered.get(eventType);
    if (!valid) return `${eventType} is not registered`;
    return valid(properties) ? undefined : `${eventType}: ${messageOf(valid.errors)}`;
  };

  return startBackend(({ method, path, headers, body }) => {
    if (path !== "/powehi/smile") return refuse(404, "there is nothing here");
    if (method !== "POST") return refuse(405, "POST");
    if (headers["x-client-id"] !== clientId || headers["x-client-access-token"] !== token)
      return refuse(401, "X-Client-Id and X-Client-Access-Token do not match");
    if (!isJson(headers["content-type"])) return refuse(415, "the body is not JSON");
    if (!validBody(body)) return refuse(400, messageOf(validBody.errors));
    const problem = body.events.map(wrong).find((each) => each !== undefined);
    return problem ? refuse(400, problem) : { status: 200, body: { updated: 0 }, taken: body.events };
  });
}
