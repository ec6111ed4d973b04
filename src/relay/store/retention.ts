import type { Database } from "better-sqlite3";
import { MEMORY } from "./id-memory.js";

/** Rows deleted in one go: about a millisecond, so that no request waits. */
const STEP = 200;

/**
 * Deletes one step of the batches that every given destination is done with and that are older than the memory of ids
 * (which is rebuilt from them).
 *
 * @returns whether there may be more
 */
export function forgetBatches(db: Database, destinations: string[], now: number): boolean {
  const done = db.prepare<[string], { seq: number }>("SELECT seq FROM cursors WHERE destination = ?");
  const through = destinations.map((name) => done.get(name)?.seq ?? 0);
  const { changes } = db
    .prepare(
      "DELETE FROM batches WHERE seq IN (SELECT seq FROM batches WHERE seq <= ? AND arrived < ? ORDER BY seq LIMIT ?)",
    )
    .run(Math.min(Number.MAX_SAFE_INTEGER, ...through), now - MEMORY, STEP);
  return changes === STEP;
}
