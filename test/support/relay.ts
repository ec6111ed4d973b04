import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import Database from "better-sqlite3";
import type { RelayOptions } from "../../src/relay/config/config.js";
import { startRelay } from "../../src/relay/server.js";
import type { StoredBatch } from "../../src/relay/store/inbox.js";
import type { WireEvent } from "../../src/types.js";

/** Another build to test, such as one that was broken on purpose to see the tests go red. */
export const SCRIPTS = resolve(process.env.TRACKTAG_DIST ?? "dist");

/** A real relay, and what its store on disk holds. */
export interface TestRelay {
  url: string;
  /** Every request that it took, in the order of arrival. */
  batches(): StoredBatch[];
  /** Every event that it took, duplicates left out as they are not stored. */
  events(): WireEvent[];
  /** The value of a metric; 0 where it is not there yet. */
  metric(name: string): Promise<number>;
  close(): Promise<void>;
}

/** Starts a relay in this process, with a store that goes with it. */
export async function startTestRelay(options: RelayOptions): Promise<TestRelay> {
  const dataDir = await mkdtemp(join(tmpdir(), "tracktag-browser-"));
  const relay = await startRelay({ port: 0, logLevel: "silent", scripts: SCRIPTS, dataDir, ...options });
  const store = new Database(join(dataDir, "tracktag.db"), { readonly: true });
  const bodies = store.prepare<[], string>("SELECT body FROM batches ORDER BY seq").pluck();
  const batches = () => bodies.all().map((body): StoredBatch => JSON.parse(body));
  return {
    url: relay.url,
    batches,
    events: () => batches().flatMap(({ events }) => events),
    async metric(name) {
      const text = await (await fetch(`${relay.url}/metrics`)).text();
      const lines = text.split("\n").filter((line) => line.startsWith(name));
      return lines.reduce((sum, line) => sum + Number(line.split(" ").at(-1)), 0);
    },
    async close() {
      store.close();
      await relay.close();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}
