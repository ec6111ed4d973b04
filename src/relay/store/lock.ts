import { join } from "node:path";
import Database from "better-sqlite3";
import { StoreError } from "./store-error.js";

/**
 * Holds the data folder for one relay: two would forward everything twice and not know each other's ids. A lock that
 * the system lets go of when the process dies, however it dies; so a file of its own in SQLite's exclusive mode.
 *
 * @returns a function that lets go
 */
export function lockStore(dataDir: string): () => void {
  const db = new Database(join(dataDir, "relay.lock"), { timeout: 0 });
  try {
    db.pragma("locking_mode = EXCLUSIVE");
    db.exec("BEGIN EXCLUSIVE");
  } catch (error) {
    db.close();
    const { code = "" } = error as { code?: string };
    if (!code.startsWith("SQLITE_BUSY")) throw error;
    throw new StoreError(`${dataDir}: is in use by another relay`);
  }
  return () => db.close();
}
