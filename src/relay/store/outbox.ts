import type { Database } from "better-sqlite3";
import type { BatchRow, Change, ProgressRow, RetryRow } from "./outbox-rows.js";
import { prepareOutbox } from "./outbox-sql.js";

/** What one destination has been sent: its cursor over the batches, its retry table, its dead letters. */
export class Outbox {
  readonly #sql;

  constructor(
    private readonly db: Database,
    readonly destination: string,
  ) {
    this.#sql = prepareOutbox(db);
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

  /** Makes those due that have been tried after `now`: the clock was set back since, so nobody knows when they are. */
  hasten(now: number): void {
    this.#sql.hasten.run(this.destination, now);
  }

  /** The runs whose first record is due. */
  dueRuns(now: number, limit: number): string[] {
    return this.#sql.dueRuns.all(this.destination, now, limit).map(({ run }) => run);
  }

  /** The first records of a run, in their order. */
  retriesOf(run: string, limit: number): RetryRow[] {
    return this.#sql.retriesOf
      .all(this.destination, run, limit)
      .map((row) => ({ ...row, record: JSON.parse(row.record), done: JSON.parse(row.done) }));
  }

  /** What is known of records in the batches after the cursor. */
  progress(): ProgressRow[] {
    return this.#sql.progress
      .all(this.destination, this.cursor())
      .map((row) => ({ ...row, done: row.done === null ? null : JSON.parse(row.done) }));
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
  save(cursor: number, changes: Change[], progress: ProgressRow[] = []): void {
    const { destination } = this;
    this.db
      .transaction(() => {
        for (const change of changes) this.#apply(change);
        for (const row of progress) {
          this.#sql.saveProgress.run({ ...row, destination, done: row.done && JSON.stringify(row.done) });
        }
        this.#sql.dropProgress.run(destination, cursor);
        this.#sql.saveCursor.run(destination, cursor);
      })
      .immediate();
  }

  #apply(change: Change): void {
    const { destination } = this;
    switch (change.kind) {
      case "retry":
        this.#sql.retry.run({ ...change, destination, ...texts(change) });
        break;
      case "again":
        this.#sql.again.run(change);
        break;
      case "part":
        this.#sql.part.run({ ...change, done: JSON.stringify(change.done) });
        break;
      case "done":
        this.#sql.done.run(change.row);
        this.#sql.next.run({ destination, run: change.run });
        break;
      case "dead":
        this.#sql.dead.run({ ...change, destination, ...texts(change) });
        break;
    }
  }
}

const texts = ({ record, done }: { record: unknown; done: number[] }) => ({
  record: JSON.stringify(record),
  done: JSON.stringify(done),
});
