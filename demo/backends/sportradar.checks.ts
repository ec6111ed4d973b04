import type { IncomingHttpHeaders, IncomingMessage } from "node:http";
import { Ajv, type ErrorObject } from "ajv";
import { TRACKER_EVENT } from "./sportradar.schema.js";

/** The path of the tracker's endpoint. */
export const PATH = "/api/tracker/events";
const LONGEST = 1_048_576;

/** The body of one request, once it has been found to be one. */
export interface TrackedEvent {
  event_type: string;
  user_id?: string | null;
  data?: Record<string, unknown>;
}

/** Formats are checked where they matter: a location that is not a URL shows up at once. */
const ajv = new Ajv({
  allErrors: true,
  formats: { uri: (value: string) => URL.canParse(value) },
  allowUnionTypes: true,
});
const validate = ajv.compile<TrackedEvent>(TRACKER_EVENT);

/** Why a request is refused: the status, and the body in the form that the document has for it. */
export class Refusal extends Error {
  constructor(
    readonly status: number,
    readonly body: { error: string; status: string } | { errors: Record<string, unknown> },
  ) {
    super(JSON.stringify(body));
  }
}

export const error = (status: number, message: string) =>
  new Refusal(status, { error: message, status: String(status) });
const errors = (status: number, found: Record<string, unknown>) => new Refusal(status, { errors: found });

/** @throws Refusal unless it is a POST to the endpoint; @returns the body */
export async function read(request: IncomingMessage): Promise<string> {
  if (request.url !== PATH) throw error(400, `there is no ${request.url}`);
  if (request.method !== "POST") throw error(400, `the method ${request.method} is not supported`);
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  const body = Buffer.concat(chunks);
  if (body.length > LONGEST) throw errors(413, { body: "too large" });
  return body.toString("utf8");
}

export function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw error(400, "the body is not JSON");
  }
}

export function checkHeaders(headers: IncomingHttpHeaders, token: string, clientId: string): void {
  if (headers.authorization !== `Bearer ${token}`) throw error(401, "the token is missing or wrong");
  if (!/^application\/json\b/.test(headers["content-type"] ?? ""))
    throw error(400, "the body is not application/json");
  if (!/\*\/\*|application\/(json|\*)/.test(headers.accept ?? "*/*"))
    throw errors(406, { accept: headers.accept });
  const client = headers["x-vaix-client-id"];
  if (!client) throw error(400, "x-vaix-client-id is missing");
  if (client !== clientId) throw error(403, "x-vaix-client-id is not one of this token");
  const method = headers["x-vaix-authentication-method"] ?? "vaix";
  if (method !== "vaix" && method !== "iam")
    throw error(400, "x-vaix-authentication-method is not vaix or iam");
}

/** @throws Refusal that names everything in the body that is not as the document has it */
export function checkBody(body: unknown): asserts body is TrackedEvent {
  if (!validate(body)) throw errors(422, byPath(validate.errors ?? []));
}

/** The errors of the schema by the place in the body that they are about. */
function byPath(found: ErrorObject[]): Record<string, string> {
  return Object.fromEntries(found.map(({ instancePath, message = "" }) => [instancePath || "/", message]));
}
