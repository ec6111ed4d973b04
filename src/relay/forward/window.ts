import type { OpenBatch } from "./task.js";

/**
 * The batches between the cursor (everything up to it is done with) and the last one read. It is bounded, so that one
 * record whose answer does not come holds back the reading rather than fill the memory, and so that a kill has no more
 * than the window sent twice.
 */
export class Window {
  readonly #open: OpenBatch[] = [];
  #records = 0;
  /** The last batch read. */
  #read: number;

  constructor(
    public cursor: number,
    private readonly limit: number,
  ) {
    this.#read = cursor;
  }

  get read(): number {
    return this.#read;
  }

  get full(): boolean {
    return this.#records >= this.limit;
  }

  add(batch: OpenBatch): void {
    this.#open.push(batch);
    this.#records += batch.size;
    this.#read = batch.seq;
    this.#advance();
  }

  settle(batch: OpenBatch): void {
    batch.left -= 1;
    this.#advance();
  }

  #advance(): void {
    while (this.#open[0]?.left === 0) {
      const done = this.#open.shift() as OpenBatch;
      this.cursor = done.seq;
      this.#records -= done.size;
    }
  }
}
