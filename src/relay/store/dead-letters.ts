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
  /** Which of its requests were taken, by their place among them: they are not sent again. */
  done: number[];
}

type Row = Omit<DeadLetter, "record" | "done"> & { record: string; done: string };

const COLUMNS = "SELECT id, destination, died, arrived, reason, record, done FROM dead_letters";

/** Which of them: those with these ids, those of a destination, or all. */
export interface Wanted {
  ids?: number[];
  destination?: string;
}

/** A condition, and its parameters: what is not given is null, and then does not matter. */
const WHERE = `WHERE (@ids IS NULL OR id IN (SELECT value FROM json_each(@ids)))
  AND (@destination IS NULL OR destination = @destination)`;
const parameters = ({ ids, destination }: Wanted) => ({
  ids: ids ? JSON.stringify(ids) : null,
  destination: destination ?? null,
});

export function* listDeadLetters(db: Database, wanted: Wanted = {}): Generator<DeadLetter> {
  const rows = db.prepare<[object], Row>(`${COLUMNS} ${WHERE} ORDER BY id`);
  for (const row of rows.iterate(parameters(wanted))) yield parse(row);
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
export function replayDeadLetters(db: Database, wanted: Wanted): number {
  const insert = db.prepare(
    `INSERT INTO retries (destination, run, due, attempts, tried, arrived, record, done)
     SELECT destination, 'dead-letter:' || id, 0, 0, 0, arrived, record, done FROM dead_letters ${WHERE} ORDER BY id`,
  );
  const remove = db.prepare(`DELETE FROM dead_letters ${WHERE}`);
  return db
    .transaction(() => {
      insert.run(parameters(wanted));
      return remove.run(parameters(wanted)).changes;
    })
    .immediate();
}

const parse = (row: Row): DeadLetter => ({
  ...row,
  record: JSON.parse(row.record),
  done: JSON.parse(row.done),
});
