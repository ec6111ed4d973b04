import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import { type SportradarServer, startSportradar } from "../../../demo/backends/sportradar.js";
import type { RelayOptions } from "../../../src/relay/config/config.js";
import { type Relay, startRelay } from "../../../src/relay/server.js";
import { post, type Reply } from "./http.js";

export const TOKEN = "token-of-the-tests";
export const CLIENT_ID = "group-of-the-tests";

/** A folder that goes with the test. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "tracktag-test-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

export async function sportradarServer(): Promise<SportradarServer> {
  const sportradar = await startSportradar({ token: TOKEN, clientId: CLIENT_ID });
  onTestFinished(() => sportradar.close());
  return sportradar;
}

export interface TestRelay extends Relay {
  dataDir: string;
  /** Posts a batch to its collect path. */
  post(body: unknown, headers?: Record<string, string>): Promise<Reply>;
  /** A metric's value, such as of `tracktag_sent_total{destination="sportradar"}`; 0 where it is not there yet. */
  metric(name: string): Promise<number>;
}

/** A relay that listens, with a store on disk. It is closed when the test ends, unless it has been before. */
export async function relay(options: RelayOptions = {}): Promise<TestRelay> {
  const dataDir = options.dataDir ?? temporaryFolder();
  const running = await startRelay({ port: 0, logLevel: "silent", dataDir, ...options });
  let closing: Promise<void> | undefined;
  const close = () => {
    closing ??= running.close();
    return closing;
  };
  onTestFinished(close);
  return {
    url: running.url,
    dataDir,
    close,
    post: (body, headers) => post(`${running.url}${options.path ?? "/t"}`, body, headers),
    async metric(name) {
      const text = await (await fetch(`${running.url}/metrics`)).text();
      const line = text.split("\n").find((each) => each.startsWith(`${name} `));
      return Number(line?.slice(name.length) ?? 0);
    },
  };
}

/** The options of a relay that forwards to the stand-in. */
export const forwardingTo = (
  { url }: SportradarServer,
  given: Record<string, unknown> = {},
): RelayOptions => ({
  destinations: ["sportradar"],
  sportradar: { url, token: TOKEN, clientId: CLIENT_ID, ...given },
});
