import { createServer } from "node:http";
import { getRequestListener } from "@hono/node-server";
import { createApp } from "./app.js";
import type { RelayOptions } from "./config/config.js";
import { resolveConfig } from "./config/resolve.js";
import { type Forwarder, startForwarder } from "./forward/forwarder.js";
import { type Listening, listen } from "./listen.js";
import { createLive } from "./live.js";
import { createLog } from "./log.js";
import { createMetrics } from "./metrics.js";
import { refusal } from "./refusal.js";
import { openStore } from "./store/store.js";

/** How long what is in flight may take to finish when the relay stops, ms: an orderly stop takes 10 s at most. */
const GRACE = 5000;

/** A body that takes longer, ms, is not a visitor's any more but somebody's who holds connections open. */
const REQUEST_TIMEOUT = 30_000;

/** Longer than load balancers keep an idle connection, ms: whoever closes first must not be the one who is sent to. */
const KEEP_ALIVE = 65_000;

export interface Relay {
  /** `http://HOST:PORT`, with the port that was picked. */
  url: string;
  /** Takes no more, finishes what is in flight, and resolves within 10 s. */
  close(): Promise<void>;
}

/**
 * Starts a relay in this process.
 *
 * @throws ConfigError, StoreError: one line that names what is wrong
 */
export async function startRelay(options: RelayOptions): Promise<Relay> {
  const config = resolveConfig(options);
  const { dataDir, destinations } = config;
  const log = createLog(config.logLevel);
  const metrics = createMetrics();
  const live = config.demo ? createLive() : undefined;
  let forwarder: Forwarder | undefined;
  let isStopping = false;

  const store = openStore({ dataDir, destinations, log, onCommit: (records) => forwarder?.wake(records) });
  const app = createApp({ config, inbox: store.inbox, metrics, log, live, isReady: () => !isStopping });
  const server = createServer(
    { requestTimeout: REQUEST_TIMEOUT, keepAliveTimeout: KEEP_ALIVE },
    getRequestListener(
      (request, { incoming }) => app.fetch(request, { address: incoming.socket.remoteAddress ?? "" }),
      { errorHandler: () => refusal(400, "the request cannot be read") },
    ),
  );
  let listening: Listening;
  try {
    listening = await listen(server, config);
    forwarder = startForwarder({ config, db: store.progress, log, metrics, live });
  } catch (error) {
    server.close();
    store.close();
    throw error;
  }
  const { url, stopListening } = listening;
  log.info({ url, destinations }, "listening");

  return {
    url,
    async close() {
      isStopping = true;
      log.info("stopping");
      live?.close();
      await Promise.all([stopListening(GRACE), forwarder?.stop(GRACE)]);
      store.close();
      log.info("stopped");
    },
  };
}
