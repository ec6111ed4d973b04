import { spawn } from "node:child_process";

/** Runs a command to its end, or to its time limit (ms); true: it ended well. */
export const run = (command, args, limit, env = {}) =>
  new Promise((resolve) => {
    // A group of its own: the installers' children must end with them.
    const child = spawn(command, args, {
      detached: true,
      stdio: "ignore",
      env: { ...process.env, ...env },
    });
    const timer = setTimeout(() => process.kill(-child.pid, "SIGKILL"), limit);
    const end = (well) => {
      clearTimeout(timer);
      resolve(well);
    };
    child.on("error", () => end(false));
    child.on("exit", (code) => end(code === 0));
  });
