import { once } from "node:events";
import { createServer, type IncomingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";
import { buffer } from "node:stream/consumers";
import { forward, relayed } from "./forward.js";

export interface Asked {
  method: string;
  headers: IncomingHttpHeaders;
}

/** A backend as browsers meet it: on an origin of its own, with preflights that allow no more than its document names. */
export interface Cors {
  /** Without a path. */
  url: string;
  /** Every request, preflights too, in the order of arrival. */
  asked: Asked[];
  /** Resolves before a POST is passed on. */
  before(): Promise<unknown> | undefined;
  close(): Promise<void>;
}

/**
 * @param backend where the backend listens
 * @param allowed the headers that a page may send
 */
export async function startCors(backend: string, allowed: string[]): Promise<Cors> {
  const asked: Asked[] = [];
  const server = createServer(async (incoming, response) => {
    const { method = "", headers, url = "" } = incoming;
    asked.push({ method, headers });
    const answered = {
      // On a connection that it has used before, Chromium itself tries again after a reset or a 408.
      connection: "close",
      "access-control-allow-origin": headers.origin ?? "null",
      "access-control-expose-headers": "Retry-After",
    };
    if (method === "OPTIONS") {
      const granted = { "access-control-allow-headers": allowed.join(", "), "access-control-max-age": "600" };
      response.writeHead(204, { ...answered, ...granted }).end();
      return;
    }
    const body = await buffer(incoming).catch(() => undefined);
    await cors.before();
    try {
      if (body) relayed(await forward(new URL(url, backend).href, incoming, body), response, answered);
    } catch {
      response.destroy();
    }
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const cors: Cors = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    before: () => undefined,
    async close() {
      server.close();
      server.closeAllConnections();
      await once(server, "close");
    },
  };
  return cors;
}
