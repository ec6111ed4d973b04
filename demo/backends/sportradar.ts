import { createServer, type IncomingHttpHeaders, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import {
  checkBody,
  checkHeaders,
  error,
  PATH,
  parse,
  Refusal,
  read,
  type TrackedEvent,
} from "./sportradar.checks.js";

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
      checkBody(event);
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
