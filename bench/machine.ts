import { cpus, loadavg, release, totalmem, type } from "node:os";

/** How many processes wait for a processor, on average over the last minute. */
export const load = (): number => loadavg()[0] as number;

/** Busy with something else, a machine measures nothing. */
export const isBusy = (): boolean => load() > cpus().length;

/** What a reader has to know of the machine. */
export const describe = (browsers: string[]): Record<string, string> => ({
  processor: `${cpus()[0]?.model.trim() || "unknown"}, ${cpus().length} cores`,
  memory: `${Math.round(totalmem() / 2 ** 30)} GiB`,
  system: `${type()} ${release()}, Node ${process.versions.node}`,
  browsers: browsers.join("; "),
});
