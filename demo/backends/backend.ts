import { once } from "node:events";
import { createServer, type IncomingHttpHeaders, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** A request as it came. */
export interface Received {
  method: string;
  path: string;
  query: URLSearchParams;
  headers: IncomingHttpHeaders;
  /** The body as JSON; undefined where it is none. */
  body: unknown;
}

/** An answer, and what of the request was taken. */
export interface Reply<Taken> {
  status: number;
  body: unknown;
  taken?: Taken[];
}

/**
 * `hang`: no answer ever. `reset`: the connection is cut. `half`: it is cut in the middle of the answer, and nothing is
 * taken. Else this answer: a status, its headers and its body.
 */
export type Fault =
  | "hang"
  | "reset"
  | "half"
  | { status: number; headers?: Record<string, string>; body?: unknown };

export interface Rule {
  fault: Fault;
  /** How many requests it befalls; 1 unless said otherwise. */
  times?: number;
  /** Which; all unless said otherwise. */
  when?(received: Received): boolean;
}

export interface Exchange extends Received {
  /** 0: none. */
  status: number;
}

export interface Backend<Taken> {
  /** Where it listens, without a path. */
  url: string;
  /** Each request with its answer, in the order of arrival. */
  exchanges: Exchange[];
  /** What it took, in the order of arrival. */
  taken: Taken[];
  /** Lets the next requests fail. Rules are looked at in the order in which they were given. @returns its end */
  script(rule: Rule): () => void;
  close(): Promise<void>;
}

/** Starts a stand-in for a backend: `judge` answers as the backend's document has it. */
export async function startBackend<Taken>(
  judge: (received: Received) => Reply<Taken>,
): Promise<Backend<Taken>> {
  const exchanges: Exchange[] = [];
  const taken: Taken[] = [];
  const rules: Required<Rule>[] = [];

  const nextFault = (received: Received): Fault | undefined => {
    const rule = rules.find(({ when }) => when(received));
    if (rule && --rule.times <= 0) rules.splice(rules.indexOf(rule), 1);
    return rule?.fault;
  };

  const server = createServer(async (request, response) => {
    let text = "";
    for await (const chunk of request.setEncoding("utf8")) text += chunk;
    const { pathname, searchParams } = new URL(request.url ?? "", "http://backend");
    const { method = "", headers } = request;
    const received = { method, path: pathname, query: searchParams, headers, body: parse(text) };
    const fault = nextFault(received);
    if (fault) {
      exchanges.push({ ...received, status: typeof fault === "object" ? fault.status : 0 });
      fail(fault, response);
      return;
    }
    const reply = judge(received);
    exchanges.push({ ...received, status: reply.status });
    taken.push(...(reply.taken ?? []));
    answer(response, reply.status, reply.body);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");

  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    exchanges,
    taken,
    script({ fault, times = 1, when = () => true }) {
      const rule = { fault, times, when };
      rules.push(rule);
      return () => {
        if (rules.includes(rule)) rules.splice(rules.indexOf(rule), 1);
      };
    },
    close() {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function fail(fault: Fault, response: ServerResponse): void {
  if (fault === "hang") return;
  if (fault === "reset") response.socket?.resetAndDestroy();
  else if (fault === "half") {
    response.writeHead(200, { "content-type": "application/json", "content-length": "1000" });
    response.write('{"status": "succ', () => response.socket?.destroy());
  } else answer(response, fault.status, fault.body ?? { error: "as scripted" }, fault.headers);
}

function answer(
  response: ServerResponse,
  status: number,
  body: unknown,
  headers: Record<string, string> = {},
): void {
  response.writeHead(status, { "content-type": "application/json", ...headers }).end(JSON.stringify(body));
}
