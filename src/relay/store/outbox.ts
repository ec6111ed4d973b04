import type { Database } from "better-sqlite3";
import type { OutboundRecord } from "../../destinations/destination.js";
import type { StoredBatch } from "./inbox.js";

/** A batch to be forwarded. */
export interface BatchRow {
  seq: number;
  arrived: number;
  batch: StoredBatch;
}

/** A record in the retry table. */
export interface RetryRow {
  id: number;
  run: string;
  /** ms since the epoch; null: waits behind another of its run. */
  due: number | null;
  attempts: number;
  /** ms since the epoch: the last attempt. */
  tried: number;
  arrived: number;
  record: OutboundRecord;
}

/** A step of progress, kept in memory until the next save. `row` is the record's row in the retry table. */
export type Change =
  | ({ kind: "retry" } & Omit<RetryRow, "id">)
  | { kind: "again"; row: number; due: number; attempts: number; tried: number }
  | { kind: "done"; row: number; run: string }
  | { kind: "dead"; died: number; arrived: number; reason: string; record: OutboundRecord };

/** What one destination has been sent: its cursor over the batches, its retry table, its dead letters. */
export class Outbox {
  readonly #sql;

  constructor(
    private readonly db: Database,
    readonly destination: string,
  ) {
    this.#sql = statements(db);
  }

  /** The batch up to which all are done with; 0 for a destination that is new to this store. */
  cursor(): number {
    return this.#sql.cursor.get(this.destination)?.seq ?? 0;
  }

  batchesAfter(seq: number, limit: number): BatchRow[] {
    return this.#sql.batches
      .all(seq, limit)
      .map((row) => ({ seq: row.seq, arrived: row.arrived, batch: JSON.parse(row.body) }));
  }

  /** How many records are in the batches after the cursor. */
  unread(): number {
    return this.#sql.unread.get(this.cursor())?.count ?? 0;
  }

  /** The runs whose first record is due. */
  dueRuns(now: number, limit: number): string[] {
    return this.#sql.dueRuns.all(this.destination, now, limit).map(({ run }) => run);
  }

  /** The first records of a run, in their order. */
  retriesOf(run: string, limit: number): RetryRow[] {
    return this.#sql.retriesOf
      .all(this.destination, run, limit)
      .map((row) => ({ ...row, record: JSON.parse(row.record) }));
  }

  /** How many records of each run are in the retry table. */
  runs(): Map<string, number> {
    return new Map(this.#sql.runs.all(this.destination).map(({ run, count }) => [run, count]));
  }

  /** When the first of those that are not due at `now` will be, ms since the epoch. */
  nextDue(now: number): number | undefined {
    return this.#sql.nextDue.get(this.destination, now)?.due ?? undefined;
  }

  retrying(): number {
    return this.#sql.retrying.get(this.destination)?.count ?? 0;
  }

  deadLetters(): number {
    return this.#sql.deadLetters.get(this.destination)?.count ?? 0;
  }

  /** When the oldest record that is not done with arrived, ms since the epoch. */
  oldest(): number | undefined {
    return this.#sql.oldest.get({ destination: this.destination })?.arrived ?? undefined;
  }

  /** All of it or nothing. */
  save(cursor: number, changes: Change[]): void {
    this.db
      .transaction(() => {
        for (const change of changes) this.#apply(change);
        this.#sql.saveCursor.run(this.destination, cursor);
      })
      .immediate();
  }

  #apply(change: Change): void {
    const { destination } = this;
    switch (change.kind) {
      case "retry":
        this.#sql.retry.run({ ...change, destination, record: JSON.stringify(change.record) });
        break;
      case "again":
        this.#sql.again.run(change);
        break;
      case "done":
        this.#sql.done.run(change.row);
        this.#sql.next.run({ destination, run: change.run });
        break;
      case "dead":
        this.#sql.dead.run({ ...change, destination, record: JSON.stringify(change.record) });
        break;
    }
  }
}

type Count = { count: number };

function statements(db: Database) {
  return {
    cursor: db.prepare<[string], { seq: number }>("SELECT seq FROM cursors WHERE destination = ?"),
    saveCursor: db.prepare("INSERT OR REPLACE INTO cursors (destination, seq) VALUES (?, ?)"),
    batches: db.prepare<[number, number], { seq: number; arrived: number; body: string }>(
      "SELECT seq, arrived, body FROM batches WHERE seq > ? ORDER BY seq LIMIT ?",
    ),
    unread: db.prepare<[number], Count>(
      "SELECT coalesce(sum(length(ids) / 16), 0) AS count FROM batches WHERE seq > ?",
    ),
    dueRuns: db.prepare<[string, number, number], { run: string }>(
      "SELECT run FROM retries WHERE destination = ? AND due <= ? ORDER BY due LIMIT ?",
    ),
    retriesOf: db.prepare<[string, string, number], Omit<RetryRow, "record"> & { record: string }>(
      "SELECT id, run, due, attempts, tried, arrived, record FROM retries WHERE destination = ? AND run = ? ORDER BY id LIMIT ?",
    ),
    runs: db.prepare<[string], { run: string } & Count>(
      "SELECT run, count(*) AS count FROM retries WHERE destination = ? GROUP BY run",
    ),
    nextDue: db.prepare<[string, number], { due: number | null }>(
      "SELECT min(due) AS due FROM retries WHERE destination = ? AND due > ?",
    ),
    retrying: db.prepare<[string], Count>("SELECT count(*) AS count FROM retries WHERE destination = ?"),
    deadLetters: db.prepare<[string], Count>(
      "SELECT count(*) AS count FROM dead_letters WHERE destination = ?",
    ),
    oldest: db.prepare<[{ destination: string }], { arrived: number | null }>(
      `SELECT min(arrived) AS arrived FROM (
         SELECT * FROM (SELECT arrived FROM batches
           WHERE seq > coalesce((SELECT seq FROM cursors WHERE destination = @destination), 0) ORDER BY seq LIMIT 1)
         UNION ALL SELECT min(arrived) FROM retries WHERE destination = @destination)`,
    ),
    retry: db.prepare(
      `INSERT INTO retries (destination, run, due, attempts, tried, arrived, record)
       VALUES (@destination, @run, @due, @attempts, @tried, @arrived, @record)`,
    ),
    again: db.prepare("UPDATE retries SET due = @due, attempts = @attempts, tried = @tried WHERE id = @row"),
    done: db.prepare("DELETE FROM retries WHERE id = ?"),
    /** The next of a run waits no longer. */
    next: db.prepare(
      `UPDATE retries SET due = 0 WHERE due IS NULL AND id =
         (SELECT min(id) FROM retries WHERE destination = @destination AND run = @run)`,
    ),
    dead: db.prepare(
      `INSERT INTO dead_letters (destination, died, arrived, reason, record)
       VALUES (@destination, @died, @arrived, @reason, @record)`,
    ),
  };
}
