import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync } from "node:fs";
import { rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { createInterface } from "node:readline";
import Database from "better-sqlite3";
import type { StoredBatch } from "../../src/relay/store/inbox.js";
import { SCRIPTS } from "../support/relay.js";
import { entitiesOf } from "./entities.js";
import type { Sink } from "./sink.js";

/** A relay as operators run it: a process, which can be killed, and its folder. What it has kept is read from its disk. */
export async function relaySink(origin: string): Promise<Sink> {
  const folder = mkdtempSync(join(tmpdir(), "tracktag-delivery-"));
  const args = ["--port", "0", "--data-dir", folder, "--origins", origin, "--log-level", "silent"];
  let child: ChildProcess | undefined;

  async function end(signal: NodeJS.Signals): Promise<void> {
    if (!child) return;
    const ended = once(child, "exit");
    child.kill(signal);
    child = undefined;
    await ended;
  }

  const sink: Sink = {
    url: "",
    stored() {
      const store = new Database(join(folder, "tracktag.db"), { readonly: true });
      const bodies = store.prepare<[], string>("SELECT body FROM batches ORDER BY seq").pluck().all();
      store.close();
      const events = bodies.flatMap((body) => (JSON.parse(body) as StoredBatch).events);
      return events.map((event) => ({ id: event.id, entities: entitiesOf(event) }));
    },
    kill: () => end("SIGKILL"),
    async start() {
      if (child) return;
      // The relay under test is this project's, whichever build of the script is.
      const started = spawn(process.execPath, [resolve("dist/cli.js"), "relay", ...args], {
        stdio: ["ignore", "pipe", "inherit"],
      });
      child = started;
      const [line] = (await once(createInterface(started.stdout), "line")) as [string];
      sink.url = /http:\/\/\S+/.exec(line)?.[0] as string;
    },
    async close() {
      await end("SIGTERM");
      await rm(folder, { recursive: true, force: true });
    },
  };
  await sink.start();
  return sink;
}

/** The script that is tested, which may be a build that was broken on purpose. */
export const SCRIPT = join(SCRIPTS, "tracktag.js");
