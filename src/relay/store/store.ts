import type { Database } from "better-sqlite3";
import type { Log } from "../log.js";
import { openDatabase } from "./database.js";
import { IdMemory } from "./id-memory.js";
import { Inbox, recallIds } from "./inbox.js";
import { lockStore } from "./lock.js";
import { makeFolder } from "./make-folder.js";
import { forgetBatches } from "./retention.js";
import { StoreError } from "./store-error.js";

/** How often old batches are looked for, ms. */
const TIDY_EVERY = 60_000;

export interface StoreDeps {
  dataDir: string;
  /** Batches are kept until each of these is done with them. */
  destinations: string[];
  log: Log;
  /** Called with a number of records when they are on disk. */
  onCommit(records: number): void;
}

export interface Store {
  inbox: Inbox;
  /** For what need not be flushed to disk with each commit: after a power cut it is done again. */
  progress: Database;
  close(): void;
}

/**
 * Opens the store of a relay, and holds it until it is closed.
 *
 * @throws StoreError
 */
export function openStore(deps: StoreDeps): Store {
  const { dataDir } = deps;
  return StoreError.naming(dataDir, () => {
    makeFolder(dataDir);
    const unlock = lockStore(dataDir);
    try {
      return openLocked(deps, unlock);
    } catch (error) {
      unlock();
      throw error;
    }
  });
}

function openLocked({ dataDir, destinations, log, onCommit }: StoreDeps, unlock: () => void): Store {
  const db = openDatabase(dataDir, { create: true });
  const memory = new IdMemory();
  StoreError.naming(db.name, () => recallIds(db, memory, Date.now()));
  const progress = openDatabase(dataDir);
  progress.pragma("synchronous = NORMAL");

  let next: NodeJS.Timeout;
  const tidy = () => {
    let more = false;
    try {
      more = forgetBatches(progress, destinations, Date.now());
    } catch (error) {
      log.error({ err: error }, "old batches cannot be deleted");
    }
    next = setTimeout(tidy, more ? 0 : TIDY_EVERY);
  };
  tidy();
  return {
    inbox: new Inbox(db, memory, log, onCommit),
    progress,
    close() {
      clearTimeout(next);
      progress.close();
      db.close();
      unlock();
    },
  };
}
