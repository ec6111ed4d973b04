import { once } from "node:events";
import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import { ConfigError } from "./config/config-error.js";

/** How often connections that have become idle are closed while the server stops, ms. */
const LOOK_EVERY = 50;

export interface Listening {
  url: string;
  /** Takes no new connections, waits for the answers in flight; after `grace` ms the connections are cut. */
  stopListening(grace: number): Promise<void>;
}

/** @throws ConfigError where it cannot listen there */
export async function listen(
  server: Server,
  { host, port }: { host: string; port: number },
): Promise<Listening> {
  server.listen(port, host);
  try {
    await once(server, "listening");
  } catch (error) {
    throw new ConfigError(
      `cannot listen on port ${port} of host ${host} (${(error as NodeJS.ErrnoException).code})`,
    );
  }
  const actual = (server.address() as AddressInfo).port;
  return {
    url: `http://${host.includes(":") ? `[${host}]` : host}:${actual}`,
    async stopListening(grace) {
      const closed = once(server, "close");
      server.close();
      // Kept-alive connections become idle one by one, and would then stay for as long as they are kept alive.
      const looking = setInterval(() => server.closeIdleConnections(), LOOK_EVERY);
      const cutting = setTimeout(() => server.closeAllConnections(), grace);
      await closed;
      clearInterval(looking);
      clearTimeout(cutting);
    },
  };
}
