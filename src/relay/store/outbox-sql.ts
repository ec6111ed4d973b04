import type { Database } from "better-sqlite3";
import type { ProgressRow, RetryRow } from "./outbox-rows.js";

type Count = { count: number };

/** A row whose members of these names are JSON text. */
type Raw<Row, Names extends keyof Row> = Omit<Row, Names> & { [Name in Names]: string };

/** The statements of an outbox, for any destination. */
export function prepareOutbox(db: Database) {
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
    hasten: db.prepare("UPDATE retries SET due = 0 WHERE destination = ? AND due > 0 AND tried > ?"),
    retriesOf: db.prepare<[string, string, number], Raw<RetryRow, "record" | "done">>(
      "SELECT id, run, due, attempts, tried, arrived, record, done FROM retries WHERE destination = ? AND run = ? ORDER BY id LIMIT ?",
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
      `INSERT INTO retries (destination, run, due, attempts, tried, arrived, record, done)
       VALUES (@destination, @run, @due, @attempts, @tried, @arrived, @record, @done)`,
    ),
    again: db.prepare("UPDATE retries SET due = @due, attempts = @attempts, tried = @tried WHERE id = @row"),
    part: db.prepare("UPDATE retries SET done = @done WHERE id = @row"),
    done: db.prepare("DELETE FROM retries WHERE id = ?"),
    /** The next of a run waits no longer. */
    next: db.prepare(
      `UPDATE retries SET due = 0 WHERE due IS NULL AND id =
         (SELECT min(id) FROM retries WHERE destination = @destination AND run = @run)`,
    ),
    dead: db.prepare(
      `INSERT INTO dead_letters (destination, died, arrived, reason, record, done)
       VALUES (@destination, @died, @arrived, @reason, @record, @done)`,
    ),
    progress: db.prepare<[string, number], Omit<ProgressRow, "done"> & { done: string | null }>(
      "SELECT seq, id, done FROM progress WHERE destination = ? AND seq > ?",
    ),
    saveProgress: db.prepare(
      "INSERT OR REPLACE INTO progress (destination, seq, id, done) VALUES (@destination, @seq, @id, @done)",
    ),
    dropProgress: db.prepare("DELETE FROM progress WHERE destination = ? AND seq <= ?"),
  };
}
