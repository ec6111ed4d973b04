import { once } from "node:events";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { buffer } from "node:stream/consumers";
import type { Sink, Stored } from "./sink.js";

/**
 * A stand-in for another tracker's server, kinder than any real one: what it has accepted it never forgets, also when it
 * is killed, and it tells copies apart by their id.
 *
 * @param idsIn the ids of the events in a request's body
 */
export async function ingestSink(idsIn: (body: Buffer) => string[]): Promise<Sink> {
  const kept = new Map<string, Stored>();
  let server: Server | undefined;

  const sink: Sink = {
    url: "",
    stored: () => [...kept.values()],
    async kill() {
      const ended = server && once(server, "close");
      server?.close();
      server?.closeAllConnections();
      server = undefined;
      await ended;
    },
    async start() {
      if (server) return;
      server = createServer(async (incoming, response) => {
        const body = await buffer(incoming).catch(() => undefined);
        if (!body) return;
        for (const id of idsIn(body)) kept.set(id, { id, entities: [] });
        const cors = {
          "access-control-allow-origin": incoming.headers.origin ?? "*",
          "access-control-allow-headers": "content-type",
        };
        response.writeHead(200, { ...cors, "content-type": "application/json" }).end('{"status":1}');
      }).listen(0, "127.0.0.1");
      await once(server, "listening");
      sink.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    },
    close: () => sink.kill(),
  };
  await sink.start();
  return sink;
}
