import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { Agent } from "node:http";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import { type Reply, request, type Sent } from "../../relay/support/http.js";
import { temporaryFolder } from "../../relay/support/relay.js";
import { environment } from "./programs.js";
import { RECIPES, replaced } from "./recipes.js";

export type ProxyName = keyof typeof RECIPES;

export const PROXIES = Object.keys(RECIPES) as ProxyName[];

/** A proxy that listens. */
export interface RunningProxy {
  /** The path of the Unix socket. */
  socket: string;
  /** The folder whose files it serves, as the site's web server. */
  site: string;
  /** A request to the path of the example. */
  ask(sent: Sent): Promise<Reply>;
}

/**
 * Starts the proxy of the example in front of the backend; it ends with the test.
 *
 * @param backend host and port
 * @param authority the file with the certificate to trust
 */
export async function proxy(name: ProxyName, backend: string, authority: string): Promise<RunningProxy> {
  const { example, changes, start } = RECIPES[name];
  const folder = temporaryFolder();
  const given = { folder, site: join(folder, "site"), socket: join(folder, "socket"), backend, authority };
  const file = join(folder, "example");
  mkdirSync(given.site);
  writeFileSync(file, replaced(readFileSync(example, "utf8"), changes(given)));
  const ask = await running(name, start(file, given), given.socket, "/sr");
  return { ...given, ask };
}

/** Starts the program, waits until it answers, and returns what asks it for the path; it ends with the test. */
export async function running(
  program: string,
  { args, env }: { args: string[]; env?: Record<string, string> },
  socket: string,
  path: string,
): Promise<RunningProxy["ask"]> {
  const child = spawn(program, args, { env: environment(env), stdio: ["ignore", "ignore", "pipe"] });
  const agent = new Agent({ socketPath: socket } as object);
  const ask = (sent: Sent) => request(`http://www.operator.example${path}`, { ...sent, agent });
  await listening(child, ask);
  return ask;
}

/** Waits until it answers. @throws what it wrote to stderr, where it ends before */
async function listening(child: ChildProcess, ask: RunningProxy["ask"]): Promise<void> {
  let said = "";
  child.stderr?.setEncoding("utf8").on("data", (text) => {
    said += text;
  });
  const ended = once(child, "exit");
  onTestFinished(async () => {
    child.kill("SIGTERM");
    await ended;
  });
  const answers = () =>
    ask({}).then(
      () => true,
      () => false,
    );
  while (!(await answers()))
    if (child.exitCode !== null || child.signalCode) throw new Error(`${child.spawnfile} has ended: ${said}`);
}
