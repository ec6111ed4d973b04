import { join } from "node:path";
import Database from "better-sqlite3";
import { StoreError } from "./store-error.js";

const FILE = "tracktag.db";

/** How long to wait for another process (`dead-letters replay`) to finish writing, ms. */
const PATIENCE = 2000;

/** The tables, and each change to them since: a store of an older version gets those that it lacks. */
const MIGRATIONS = [
  `
  CREATE TABLE batches (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    arrived INTEGER NOT NULL,  -- ms since the epoch
    ids BLOB NOT NULL,         -- 16 bytes for each record
    body TEXT NOT NULL         -- a StoredBatch as JSON
  );
  -- A start reads the ids of a day from here, without the bodies. Both grow at their end only.
  CREATE INDEX batch_ids ON batches (arrived, ids);
  CREATE TABLE cursors (
    destination TEXT PRIMARY KEY,
    seq INTEGER NOT NULL       -- this batch and all before it are done with
  ) WITHOUT ROWID;
  CREATE TABLE retries (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    destination TEXT NOT NULL,
    run TEXT NOT NULL,         -- whose: the records of one run keep their order
    due INTEGER,               -- ms since the epoch; null: waits behind another of its run
    attempts INTEGER NOT NULL,
    tried INTEGER NOT NULL,    -- ms since the epoch
    arrived INTEGER NOT NULL,  -- ms since the epoch
    record TEXT NOT NULL       -- an OutboundRecord as JSON
  );
  CREATE INDEX retries_due ON retries (destination, due);
  CREATE INDEX retries_run ON retries (destination, run);
  CREATE TABLE dead_letters (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    destination TEXT NOT NULL,
    died INTEGER NOT NULL,     -- ms since the epoch
    arrived INTEGER NOT NULL,
    reason TEXT NOT NULL,
    record TEXT NOT NULL
  );
`,
  `
  ALTER TABLE retries ADD COLUMN done TEXT NOT NULL DEFAULT '[]';      -- JSON: which of its requests were taken
  ALTER TABLE dead_letters ADD COLUMN done TEXT NOT NULL DEFAULT '[]';
  CREATE TABLE progress (      -- of the batches after the cursor
    destination TEXT NOT NULL,
    seq INTEGER NOT NULL,      -- its batch
    id TEXT NOT NULL,          -- of a record
    done TEXT,                 -- JSON: which of its requests were taken; null: it is done with
    PRIMARY KEY (destination, seq, id)
  ) WITHOUT ROWID;
`,
  // Runs with half a character in them, which has no form in UTF-8: read as text they are not what they are in the table.
  "UPDATE retries SET run = as_text(run) WHERE run <> as_text(run)",
];

export interface OpenOptions {
  /** Makes the file where there is none. */
  create?: boolean;
}

/**
 * Opens the store. WAL with `synchronous=FULL`: a commit has been flushed to disk when it returns.
 *
 * @throws StoreError, one line: what is wrong with which file
 */
export function openDatabase(dataDir: string, { create = false }: OpenOptions = {}): Database.Database {
  const file = join(dataDir, FILE);
  return StoreError.naming(file, () => {
    const db = new Database(file, { fileMustExist: !create, timeout: PATIENCE });
    try {
      db.pragma("journal_mode = WAL");
      db.pragma("synchronous = FULL");
      migrate(db, file);
      return db;
    } catch (error) {
      db.close();
      throw error;
    }
  });
}

function migrate(db: Database.Database, file: string): void {
  const version = db.pragma("user_version", { simple: true }) as number;
  if (version > MIGRATIONS.length)
    throw new StoreError(`${file}: was written by a newer version of tracktag`);
  if (version === MIGRATIONS.length) return;
  db.function("as_text", { deterministic: true }, (run) => run);
  const migrate = () => {
    for (const sql of MIGRATIONS.slice(version)) db.exec(sql);
    db.pragma(`user_version = ${MIGRATIONS.length}`);
  };
  db.transaction(migrate).immediate();
}
