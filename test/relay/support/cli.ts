import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { onTestFinished } from "vitest";

const CLI = "dist/cli.js";

export interface Finished {
  /** Null if a signal ended it. */
  code: number | null;
  stdout: string;
  stderr: string;
}

export interface Running {
  child: ChildProcess;
  pid: number;
  url: string;
  stdout(): string;
  stderr(): string;
  /** Sends the signal and waits for the end. */
  end(signal?: NodeJS.Signals): Promise<Finished>;
}

/** What a shell hands on, without whatever the machine that runs the tests has set for tracktag. */
function environment(given: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const own = Object.entries(process.env).filter(
    ([name]) => !/^(TRACKTAG|SPORTRADAR|WYNTA|ANTSOMI|PRIMEDATA|NEURALENS)_/.test(name),
  );
  return { ...Object.fromEntries(own), ...given };
}

/** Starts the command, which goes on by itself. */
export function startCli(
  args: string[],
  env: NodeJS.ProcessEnv = {},
  cwd?: string,
  command = [process.execPath, CLI],
) {
  const [program = "", ...before] = command.map((part) => (part === CLI ? `${process.cwd()}/${CLI}` : part));
  const child = spawn(program, [...before, ...args], {
    env: environment(env),
    cwd,
    stdio: ["ignore", "pipe", "pipe"],
  });
  const output = { stdout: "", stderr: "" };
  for (const name of ["stdout", "stderr"] as const) {
    child[name].setEncoding("utf8").on("data", (text) => {
      output[name] += text;
    });
  }
  const finished = once(child, "close").then(([code]): Finished => ({ code, ...output }));
  onTestFinished(async () => {
    child.kill("SIGKILL");
    await finished;
  });
  return { child, output, finished };
}

/** Runs the command to its end. */
export function runCli(args: string[], env: NodeJS.ProcessEnv = {}, cwd?: string): Promise<Finished> {
  return startCli(args, env, cwd).finished;
}

/** Starts `tracktag relay` on a free port as a process of its own, and waits until it listens. */
export async function relayProcess(
  args: string[],
  env: NodeJS.ProcessEnv = {},
  command?: string[],
): Promise<Running> {
  const { child, output, finished } = startCli(["relay", "--port", "0", ...args], env, undefined, command);
  const listening = (): string | undefined => /http:\/\/\S+/.exec(output.stdout)?.[0];
  while (!listening()) {
    const news = await Promise.race([once(child.stdout, "data").then(() => null), finished]);
    if (news && !listening()) throw new Error(`the relay ended with ${news.code}: ${news.stderr}`);
  }
  return {
    child,
    pid: child.pid as number,
    url: listening() as string,
    stdout: () => output.stdout,
    stderr: () => output.stderr,
    end(signal = "SIGTERM") {
      child.kill(signal);
      return finished;
    },
  };
}
