import type { Database } from "better-sqlite3";
import type { OutboundRecord } from "../../destinations/destination.js";

/** A record that a destination refused for good, or that was given up. */
export interface DeadLetter {
  id: number;
  destination: string;
  /** ms since the epoch. */
  died: number;
  arrived: number;
  /** The status and the beginning of the backend's answer, or why it was given up. */
  reason: string;
  record: OutboundRecord;
}

type Row = Omit<DeadLetter, "record"> & { record: string };

const COLUMNS = "SELECT id, destination, died, arrived, reason, record FROM dead_letters";

export function* listDeadLetters(db: Database): Generator<DeadLetter> {
  for (const row of db.prepare<[], Row>(`${COLUMNS} ORDER BY id`).iterate()) yield parse(row);
}

export function findDeadLetter(db: Database, id: number): DeadLetter | undefined {
  const row = db.prepare<[number], Row>(`${COLUMNS} WHERE id = ?`).get(id);
  return row && parse(row);
}

/**
 * Puts dead letters into the retry table, each as a run of its own: the order among a user's events is lost by then.
 * A running relay looks there every second.
 *
 * @returns how many
 */
export function replayDeadLetters(db: Database, ids: number[] | "all"): number {
  const wanted = ids === "all" ? "" : "WHERE id IN (SELECT value FROM json_each(@ids))";
  const parameters = { ids: JSON.stringify(ids) };
  const insert = db.prepare(
    `INSERT INTO retries (destination, run, due, attempts, tried, arrived, record)
     SELECT destination, 'dead-letter:' || id, 0, 0, 0, arrived, record FROM dead_letters ${wanted} ORDER BY id`,
  );
  const remove = db.prepare(`DELETE FROM dead_letters ${wanted}`);
  return db
    .transaction(() => {
      insert.run(ids === "all" ? [] : parameters);
      return remove.run(ids === "all" ? [] : parameters).changes;
    })
    .immediate();
}

const parse = (row: Row): DeadLetter => ({ ...row, record: JSON.parse(row.record) });
