import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";

/** Starts an X server without a screen. Resolves with its name, such as `:99`, when it takes clients. */
export async function startDisplay(): Promise<{ process: ChildProcess; name: string }> {
  const process = spawn("Xvfb", ["-displayfd", "1", "-screen", "0", "1600x1000x24", "-nolisten", "tcp"], {
    stdio: ["ignore", "pipe", "ignore"],
  });
  const ended = once(process, "exit").then(() => Promise.reject(new Error("Xvfb did not start")));
  // It chooses the number itself: several may start at once.
  const [number] = await Promise.race([once(process.stdout, "data"), ended]);
  return { process, name: `:${`${number}`.trim()}` };
}
