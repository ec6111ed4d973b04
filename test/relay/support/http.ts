import { type Agent, request as begin, type IncomingHttpHeaders } from "node:http";

export interface Reply {
  status: number;
  headers: IncomingHttpHeaders;
  text: string;
  /** The body as JSON. @throws where it is none */
  json(): unknown;
}

export interface Sent {
  method?: string;
  headers?: Record<string, string>;
  body?: string | Uint8Array;
  agent?: Agent;
}

/** One request with exactly these headers: `fetch` decides on Host and adds some of its own. */
export function request(
  url: string,
  { method = "GET", headers = {}, body, agent }: Sent = {},
): Promise<Reply> {
  return new Promise((resolve, reject) => {
    const outgoing = begin(url, { method, headers, agent: agent ?? false }, async (incoming) => {
      const chunks: Buffer[] = [];
      for await (const chunk of incoming) chunks.push(chunk);
      const text = Buffer.concat(chunks).toString();
      resolve({
        status: incoming.statusCode ?? 0,
        headers: incoming.headers,
        text,
        json: () => JSON.parse(text),
      });
    });
    outgoing.on("error", reject);
    outgoing.end(body);
  });
}

/** A POST as a beacon makes it. */
export function post(url: string, body: unknown, headers: Record<string, string> = {}): Promise<Reply> {
  return request(url, {
    method: "POST",
    headers: { "content-type": "text/plain;charset=UTF-8", ...headers },
    body: typeof body === "string" || body instanceof Uint8Array ? body : JSON.stringify(body),
  });
}
