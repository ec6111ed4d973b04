import * as http from "node:http";
import * as https from "node:https";
import type { OutboundRequest } from "../../destinations/destination.js";
import { retryAfter } from "./retry-after.js";
import { Throttle } from "./throttle.js";

/** Of an answer's body no more is read than a list of errors for the longest request needs, in characters. */
const LONGEST_BODY = 262_144;

export interface Answer {
  status: number;
  body: string;
  /** ms, 0 if the backend did not ask for a pause. */
  retryAfter: number;
}

export interface Sender {
  /** Rejects on a time-out, a reset, and whatever else leaves the outcome unknown. */
  send(request: OutboundRequest): Promise<Answer>;
  /** Sends away what waits for its turn: it rejects with the code `SENT_AWAY`. */
  clear(): void;
  /** Gives up what is in flight, and closes the connections. */
  close(): void;
}

export interface SenderOptions {
  /** ms for a whole exchange. */
  timeout: number;
  /** Connections at most. */
  concurrency: number;
  /** Requests a second, at most; 0: no limit. */
  rate?: number;
}

/**
 * Sends over connections that are kept open. Not `fetch`: that adds headers of its own (`Sec-Fetch-Mode`,
 * `Accept-Language`) to those of the visitor that are passed on, and follows redirects.
 */
export function createSender({ timeout, concurrency, rate = 0 }: SenderOptions): Sender {
  const throttle = new Throttle(rate);
  const options = { keepAlive: true, maxSockets: concurrency };
  const agents = { http: new http.Agent(options), https: new https.Agent(options) };
  const inFlight = new Set<http.ClientRequest>();

  const begin = ({ method, url, headers, body }: OutboundRequest): http.ClientRequest => {
    const secure = url.startsWith("https:");
    const length = { "content-length": Buffer.byteLength(body) };
    return (secure ? https : http).request(url, {
      method,
      headers: { ...headers, ...length },
      agent: secure ? agents.https : agents.http,
    });
  };

  const exchange = (request: OutboundRequest, isFirst: boolean): Promise<Answer> =>
    new Promise((resolve, reject) => {
      const outgoing = begin(request);
      const timer = setTimeout(() => outgoing.destroy(fault("TIMEOUT")), timeout);
      inFlight.add(outgoing);
      let isAnswered = false;
      outgoing.on("close", () => {
        clearTimeout(timer);
        inFlight.delete(outgoing);
        // Such as with 101: it is the end of the connection, and neither an answer nor an error.
        if (!isAnswered) reject(fault("NO_ANSWER"));
      });
      outgoing.on("error", (error: NodeJS.ErrnoException) => {
        // A connection that the backend closed while it was idle says nothing about the backend: once more on another.
        if (isFirst && outgoing.reusedSocket && error.code === "ECONNRESET")
          resolve(exchange(request, false));
        else reject(error);
      });
      outgoing.on("response", (incoming) => {
        isAnswered = true;
        read(incoming).then(resolve, reject);
      });
      outgoing.end(request.body);
    });

  return {
    async send(request) {
      await throttle.turn();
      return exchange(request, true);
    },
    clear: () => throttle.clear(),
    close() {
      throttle.clear();
      for (const outgoing of inFlight) outgoing.destroy(fault("CLOSED"));
      for (const agent of Object.values(agents)) agent.destroy();
    },
  };
}

async function read(incoming: http.IncomingMessage): Promise<Answer> {
  let body = "";
  incoming.setEncoding("utf8");
  for await (const chunk of incoming) if (body.length < LONGEST_BODY) body += chunk;
  return {
    status: incoming.statusCode ?? 0,
    body: body.slice(0, LONGEST_BODY),
    retryAfter: retryAfter(incoming.headers["retry-after"], Date.now()),
  };
}

const fault = (code: string): Error => Object.assign(new Error(code), { code });
