import { once } from "node:events";
import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import { ConfigError } from "./config/config-error.js";

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
      const cutting = setTimeout(() => server.closeAllConnections(), grace);
      await closed;
      clearTimeout(cutting);
    },
  };
}
