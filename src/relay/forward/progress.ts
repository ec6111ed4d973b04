import type { ProgressRow } from "../store/outbox-rows.js";

/**
 * What is known of the records in the window, so that a restart does not send again what was taken: the cursor alone
 * says nothing about those after it. What the cursor has passed by the time of a save is never written.
 */
export class Progress {
  /** By the record's id: from before the start, until the record is read. */
  readonly #recalled: Map<string, ProgressRow["done"]>;
  /** By the record's id: since the last save. */
  readonly #news = new Map<string, ProgressRow>();

  constructor(rows: ProgressRow[]) {
    this.#recalled = new Map(rows.map(({ id, done }) => [id, done]));
  }

  /** Once: null, it is done with; a list, these of its requests are; undefined, nothing is known. */
  recall(id: string): ProgressRow["done"] | undefined {
    const known = this.#recalled.get(id);
    this.#recalled.delete(id);
    return known;
  }

  note(row: ProgressRow): void {
    this.#news.set(row.id, row);
  }

  /** What is to be saved with this cursor. */
  after(cursor: number): ProgressRow[] {
    return [...this.#news.values()].filter(({ seq }) => seq > cursor);
  }

  saved(): void {
    this.#news.clear();
  }
}
