import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { buffer } from "node:stream/consumers";
import { html, type Kind } from "./page/html.js";

/** A request that a contender has made. */
export interface Sent {
  /** The contender, as its path says. */
  name: string;
  body: string;
  bytes: number;
  /** ms of the epoch. */
  at: number;
}

/** The pages, the contenders' scripts, and the backends of all of them: each takes everything. */
export interface Site {
  origin: string;
  sent: Sent[];
  close(): Promise<void>;
}

/** What each backend's library wants to hear: without it, it would send everything once more. */
const ANSWERS: Record<string, string> = {
  tracktag: '{"accepted":1,"rejected":0,"errors":[]}',
  amplitude: '{"code":200}',
};

/**
 * A cold cache for all: nothing is kept. What is isolated from other origins has a finer clock: 20 µs in Firefox and
 * WebKit, where it is 1 ms otherwise.
 */
const HEADERS = {
  "cache-control": "no-store",
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-embedder-policy": "require-corp",
};

/** @param scripts by path */
export async function startSite(scripts: ReadonlyMap<string, string>): Promise<Site> {
  const sent: Sent[] = [];
  const server = createServer(async (incoming, response) => {
    const path = incoming.url ?? "";
    const script = scripts.get(path);
    const [, kind = "list", cards] = /^\/(list|lanes)\/(\d+)/.exec(path) ?? [];
    const [, name = ""] = /^\/sink\/(\w+)/.exec(path) ?? [];
    const type = script === undefined ? "text/html" : "text/javascript";
    const body = name && (await buffer(incoming).catch(() => undefined));
    if (body) sent.push({ name, body: body.toString(), bytes: body.length, at: Date.now() });
    response.writeHead(200, { ...HEADERS, "content-type": `${type}; charset=utf-8` });
    response.end(script ?? (name ? (ANSWERS[name] ?? "{}") : html(kind as Kind, Number(cards ?? 0))));
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    sent,
    async close() {
      server.close();
      server.closeAllConnections();
      await once(server, "close");
    },
  };
}
