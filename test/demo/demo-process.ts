import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** What `npm run demo` runs after the build. */
const PROGRAM = "dist/demo.js";

export interface DemoProcess {
  url: string;
  /** All that it has written on stdout. */
  output(): string;
  /** Sends the signal and waits for the end; resolves to the exit code. */
  stop(signal?: NodeJS.Signals): Promise<number | null>;
}

/** Starts the built demo as a process of its own, on a free port, its store in a folder that goes with it. */
export async function startDemoProcess(env: NodeJS.ProcessEnv = {}): Promise<DemoProcess> {
  const folder = await mkdtemp(join(tmpdir(), "tracktag-demo-test-"));
  const child = spawn(process.execPath, [PROGRAM], {
    env: { ...process.env, TRACKTAG_PORT: "0", TRACKTAG_DATA_DIR: folder, ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  child.stdout.setEncoding("utf8").on("data", (text) => {
    output += text;
  });
  const remove = () => rm(folder, { recursive: true, force: true });
  const url = await urlOf(child, () => output).catch(async (error) => {
    await remove();
    throw error;
  });

  return {
    url,
    output: () => output,
    async stop(signal = "SIGTERM") {
      if (child.exitCode === null) {
        const ended = once(child, "exit");
        child.kill(signal);
        await ended;
      }
      await remove();
      return child.exitCode;
    },
  };
}

/** Waits for the line with the URL. @throws with what the process said, where it ends instead */
async function urlOf(child: ChildProcess, output: () => string): Promise<string> {
  let complaint = "";
  child.stderr?.setEncoding("utf8").on("data", (text) => {
    complaint += text;
  });
  const ended = once(child, "exit");
  for (;;) {
    const url = /http:\/\/\S+/.exec(output())?.[0];
    if (url) return url;
    const end = await Promise.race([
      once(child.stdout as NodeJS.ReadableStream, "data"),
      ended.then(() => "ended"),
    ]);
    if (end === "ended") throw new Error(`the demo did not start: ${complaint}`);
  }
}
