import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync } from "node:fs";
import { rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { browserPath } from "../../scripts/browser.mjs";
import { CHROMIUM_FLAGS } from "./chromium-flags.js";

export interface ChromiumProcess {
  /** Where a DevTools client connects to. */
  endpoint: string;
  /** Ends it as a power cut does: none of its processes gets to do anything more. */
  kill(): Promise<void>;
  /** Ends it, and takes its profile away. */
  close(): Promise<void>;
}

/**
 * Starts a Chromium that nobody drives. Playwright's own pages always believe that they are in the foreground, and a
 * page that a DevTools client is attached to is not prerendered (`PrerenderingDisabledByDevTools`).
 *
 * @param url the page to open
 * @param profile the folder with what it remembers, where it is to find what one before it has left
 */
export async function startChromium(
  url: string,
  profile = mkdtempSync(join(tmpdir(), "tracktag-chromium-")),
): Promise<ChromiumProcess> {
  const child = spawn(
    browserPath() ?? "chromium",
    ["--headless", ...CHROMIUM_FLAGS, "--remote-debugging-port=0", `--user-data-dir=${profile}`, url],
    // A group of its own, so that all of its processes can be ended at the same time.
    { stdio: ["ignore", "ignore", "pipe"], detached: true },
  );
  const ended = once(child, "exit");
  let said = "";
  child.stderr.setEncoding("utf8").on("data", (text) => {
    said += text;
  });
  while (!/ws:\/\/\S+/.test(said)) {
    const end = await Promise.race([once(child.stderr, "data"), ended.then(() => "ended")]);
    if (end === "ended") throw new Error(`chromium did not start: ${said}`);
  }
  return {
    endpoint: /ws:\/\/\S+/.exec(said)?.[0] as string,
    async kill() {
      process.kill(-(child.pid as number), "SIGKILL");
      await ended;
    },
    async close() {
      child.kill();
      await ended;
      await rm(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}
