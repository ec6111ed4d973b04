import { readdirSync, readFileSync } from "node:fs";
import type { Cpu } from "./cpu.js";

/** A system's tick, by which it counts the time of a whole process, ms. */
const TICK = 10;

const read = (path: string): string => {
  try {
    return readFileSync(`/proc/${path}`, "utf8");
  } catch {
    // It has ended.
    return "";
  }
};

/** The fields after the name, which may hold anything: state, parent, … Source: proc_pid_stat(5). */
const fields = (pid: number): string[] =>
  read(`${pid}/stat`)
    .replace(/^.*\) /s, "")
    .split(" ");

/** Those that this process has started, and that they have started; only who has started none. */
export function leaves(): number[] {
  const parents = new Map(
    readdirSync("/proc")
      .map(Number)
      .filter(Number.isInteger)
      .map((pid) => [pid, Number(fields(pid)[1])]),
  );
  const isOurs = (pid?: number): boolean => !!pid && (pid === process.pid || isOurs(parents.get(pid)));
  const all = new Set(parents.values());
  return [...parents.keys()].filter((pid) => !all.has(pid) && isOurs(pid));
}

/**
 * What a process has spent so far, ms: `total` by its main thread, which is counted in ns; `process` by all of its
 * threads, also those that have ended, in steps of 10 ms. Source: the kernel's sched-stats.rst.
 */
export function spent(pid: number): Cpu {
  const [, , , , , , , , , , , user = 0, system = 0] = fields(pid);
  const [main = 0] = read(`${pid}/schedstat`).split(" ");
  return { total: Number(main) / 1e6, process: (Number(user) + Number(system)) * TICK };
}

/** What it spends until `action` resolves. */
export async function spentIn(pid: number, action: () => Promise<unknown>): Promise<Cpu> {
  const before = spent(pid);
  await action();
  const after = spent(pid);
  return { total: after.total - before.total, process: (after.process ?? 0) - (before.process ?? 0) };
}

/**
 * The one of `leaves` whose main thread is busy while `spin` makes a page so: engines don't say in which process a page
 * is. While another is nearly as busy, by some work of the engine's own, it is asked again;
 * throws when that does not help.
 */
export async function busiest(spin: () => Promise<unknown>, tries = 5): Promise<number> {
  for (let count = 0; count < tries; count++) {
    const before = leaves().map((pid) => ({ pid, total: spent(pid).total }));
    await spin();
    const [first, second] = before
      .map(({ pid, total }) => ({ pid, ms: spent(pid).total - total }))
      .sort((a, b) => b.ms - a.ms);
    if (first && first.ms > 2 * (second?.ms ?? 0)) return first.pid;
  }
  throw new Error("no telling in which process the page is");
}
