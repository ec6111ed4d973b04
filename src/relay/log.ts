import { destination, type Logger, pino } from "pino";

export type Log = Pick<Logger, "debug" | "info" | "warn" | "error">;

export type LogLevel = "debug" | "info" | "warn" | "error" | "silent";

/**
 * JSON lines on stderr. What is logged are counts, ids, statuses and names: never a token, a body or a user. Written
 * at once: what a process says before it dies is what its operator needs most.
 */
export function createLog(level: LogLevel): Log {
  return pino(
    { level, base: undefined, timestamp: pino.stdTimeFunctions.isoTime },
    destination({ dest: 2, sync: true }),
  );
}
