import { randomUUID } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { LogLevel } from "../src/relay/log.js";
import { startRelay } from "../src/relay/server.js";
import { startSportradar } from "./backends/sportradar.js";

export interface DemoOptions {
  /** 0 picks a free one. */
  port: number;
  /** Where the relay's store lies. Without it a new folder, which goes when the demo stops. */
  dataDir?: string;
  logLevel?: LogLevel;
}

export interface Demo {
  /** Where the site is. */
  url: string;
  /** Stops the relay, then the backend that it forwards to. */
  close(): Promise<void>;
}

const CLIENT_ID = "northbet";

/**
 * Starts all that the demo consists of: a stand-in for Sportradar, and a relay that forwards to it and serves the site.
 *
 * @throws ConfigError, StoreError: one line that names what is wrong
 */
export async function startDemo({ port, dataDir, logLevel = "error" }: DemoOptions): Promise<Demo> {
  const folder = dataDir ?? (await mkdtemp(join(tmpdir(), "tracktag-demo-")));
  const removeFolder = async () => {
    if (!dataDir) await rm(folder, { recursive: true, force: true });
  };
  const token = randomUUID();
  const sportradar = await startSportradar({ token, clientId: CLIENT_ID });
  try {
    const relay = await startRelay({
      port,
      dataDir: folder,
      logLevel,
      demo: true,
      destinations: ["sportradar"],
      sportradar: { url: sportradar.url, token, clientId: CLIENT_ID },
    });
    return {
      url: relay.url,
      async close() {
        await relay.close();
        await sportradar.close();
        await removeFolder();
      },
    };
  } catch (error) {
    await sportradar.close();
    await removeFolder();
    throw error;
  }
}
