import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { Ajv, type ErrorObject } from "ajv";
import { TRACKER_EVENT } from "./sportradar.schema.js";

/** The body of one request, once it has been found to be one. */
export interface TrackedEvent {
  event_type: string;
  user_id?: string | null;
  data?: Record<string, unknown>;
}

/** A request that came in, and how it was answered. */
export interface Exchange {
  /** ms since the epoch, when the request was there. */
  at: number;
  headers: IncomingHttpHeaders;
  status: number;
  event: TrackedEvent;
}

export interface RefusedExchange extends Omit<Exchange, "event"> {
  /** The body as it came; undefined where it was not JSON. */
  event: unknown;
  error: unknown;
}

/** `hang`: no answer ever. `reset`: the connection is cut. A status with its headers otherwise. */
export type Fault = "hang" | "reset" | { status: number; headers?: Record<string, string> };

export interface Rule {
  fault: Fault;
  /** How many requests it befalls; 1 unless said otherwise. */
  times?: number;
  /** Which; all unless said otherwise. */
  when?(event: TrackedEvent): boolean;
}

export interface SportradarServer {
  /** The full URL of the tracker's endpoint. */
  url: string;
  /** Answered 204, in the order of arrival. */
  accepted: Exchange[];
  /** Answered otherwise, or not at all (status 0). */
  refused: RefusedExchange[];
  /** Lets the next requests fail. Rules are looked at in the order in which they were given. @returns its end */
  script(rule: Rule): () => void;
  /** The token that it takes from now on. */
  rotate(token: string): void;
  close(): Promise<void>;
}

const PATH = "/api/tracker/events";
const LONGEST = 1_048_576;

/** Formats are checked where they matter: a location that is not a URL shows up at once. */
const ajv = new Ajv({
  allErrors: true,
  formats: { uri: (value: string) => URL.canParse(value) },
  allowUnionTypes: true,
});
const validate = ajv.compile<TrackedEvent>(TRACKER_EVENT);

/** Why a request is refused: the status, and the body in the form that the document has for it. */
class Refusal extends Error {
  constructor(
    readonly status: number,
    readonly body: { error: string; status: string } | { errors: Record<string, unknown> },
  ) {
    super(JSON.stringify(body));
  }
}

const error = (status: number, message: string) =>
  new Refusal(status, { error: message, status: String(status) });
const errors = (status: number, found: Record<string, unknown>) => new Refusal(status, { errors: found });

/** Starts a stand-in for Sportradar's tracker API: it takes what the document describes, and nothing else. */
export async function startSportradar(options: {
  token: string;
  clientId: string;
}): Promise<SportradarServer> {
  let { token } = options;
  const accepted: Exchange[] = [];
  const refused: RefusedExchange[] = [];
  const rules: Required<Rule>[] = [];

  const nextFault = (event: TrackedEvent): Fault | undefined => {
    const rule = rules.find(({ when }) => when(event));
    if (rule && --rule.times <= 0) rules.splice(rules.indexOf(rule), 1);
    return rule?.fault;
  };

  const server = createServer(async (request, response) => {
    const at = Date.now();
    const { headers } = request;
    let event: unknown;
    try {
      const text = await read(request);
      event = parse(text);
      const fault = nextFault(event as TrackedEvent);
      if (fault) {
        const status = typeof fault === "object" ? fault.status : 0;
        refused.push({ at, headers, status, event, error: fault });
        fail(fault, response);
        return;
      }
      checkHeaders(headers, token, options.clientId);
      if (!validate(event)) throw errors(422, byPath(validate.errors ?? []));
      accepted.push({ at, headers, status: 204, event });
      response.writeHead(204).end();
    } catch (problem) {
      const { status, body } = problem instanceof Refusal ? problem : error(500, String(problem));
      refused.push({ at, headers, status, event, error: body });
      answer(response, status, body);
    }
  });
  server.listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));

  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}${PATH}`,
    accepted,
    refused,
    script({ fault, times = 1, when = () => true }) {
      const rule = { fault, times, when };
      rules.push(rule);
      return () => {
        if (rules.includes(rule)) rules.splice(rules.indexOf(rule), 1);
      };
    },
    rotate(next) {
      token = next;
    },
    close() {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

async function read(request: IncomingMessage): Promise<string> {
  if (request.url !== PATH) throw error(400, `there is no ${request.url}`);
  if (request.method !== "POST") throw error(400, `the method ${request.method} is not supported`);
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  const body = Buffer.concat(chunks);
  if (body.length > LONGEST) throw errors(413, { body: "too large" });
  return body.toString("utf8");
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw error(400, "the body is not JSON");
  }
}

function checkHeaders(headers: IncomingHttpHeaders, token: string, clientId: string): void {
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

function fail(fault: Fault, response: ServerResponse): void {
  if (fault === "hang") return;
  if (fault === "reset") response.socket?.resetAndDestroy();
  else answer(response, fault.status, { error: "as scripted", status: String(fault.status) }, fault.headers);
}

function answer(
  response: ServerResponse,
  status: number,
  body: object,
  headers: Record<string, string> = {},
): void {
  response.writeHead(status, { "content-type": "application/json", ...headers }).end(JSON.stringify(body));
}

/** The errors of the schema by the place in the body that they are about. */
function byPath(found: ErrorObject[]): Record<string, string> {
  return Object.fromEntries(found.map(({ instancePath, message = "" }) => [instancePath || "/", message]));
}
