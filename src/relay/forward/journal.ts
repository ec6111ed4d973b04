import type { Outbox } from "../store/outbox.js";
import type { Change, ProgressRow } from "../store/outbox-rows.js";

/**
 * What has come of records since the last save: changes to the tables, and what is known of records in the window, so
 * that a restart does not send again what was taken. The cursor alone says nothing about those after it; of those that
 * it has passed by the time of a save nothing need be written.
 */
export class Journal {
  #changes: Change[] = [];
  /** By the record's id. */
  readonly #progress = new Map<string, ProgressRow>();
  /** By the record's id: what a former life knew, until the record is read. */
  readonly #recalled: Map<string, ProgressRow["done"]>;
  #savedCursor: number;

  constructor(private readonly outbox: Outbox) {
    this.#savedCursor = outbox.cursor();
    this.#recalled = new Map(outbox.progress().map(({ id, done }) => [id, done]));
  }

  /** How many changes wait to be saved. */
  get size(): number {
    return this.#changes.length;
  }

  add(change: Change): void {
    this.#changes.push(change);
  }

  note(row: ProgressRow): void {
    this.#progress.set(row.id, row);
  }

  /** Once: null, the record is done with; a list, these of its requests are; undefined, nothing is known. */
  recall(id: string): ProgressRow["done"] | undefined {
    const known = this.#recalled.get(id);
    this.#recalled.delete(id);
    return known;
  }

  /** @throws when the disk is full, say: then all of it is saved another time */
  save(cursor: number): void {
    const progress = [...this.#progress.values()].filter(({ seq }) => seq > cursor);
    if (!this.#changes.length && !progress.length && cursor === this.#savedCursor) return;
    this.outbox.save(cursor, this.#changes, progress);
    this.#changes = [];
    this.#progress.clear();
    this.#savedCursor = cursor;
  }
}
