import { once } from "node:events";
import { createServer } from "node:net";

/** The port if nobody listens on it at `host`, else 0: any free one. */
export async function freePort(port: number, host: string): Promise<number> {
  const probe = createServer();
  try {
    probe.listen(port, host);
    await once(probe, "listening");
    probe.close();
    await once(probe, "close");
    return port;
  } catch {
    return 0;
  }
}
