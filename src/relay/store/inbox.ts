import type { Database } from "better-sqlite3";
import type { Provenance } from "../../destinations/destination.js";
import type { IdentifyRecord, WireEvent } from "../../types.js";
import type { Log } from "../log.js";
import { type IdMemory, idBytes, MEMORY } from "./id-memory.js";

/** What a request left behind once checked: times corrected, nothing in it but what is kept. */
export interface StoredBatch extends Provenance {
  events: WireEvent[];
  identify: IdentifyRecord[];
}

/** What of a batch was new. */
export interface Kept extends StoredBatch {
  duplicates: number;
}

interface Waiting {
  batch: StoredBatch;
  arrived: number;
  resolve(kept: Kept): void;
  reject(error: unknown): void;
}

/**
 * Takes batches in. Those that arrive in the same turn of the event loop share one transaction, and so one flush of the
 * disk. Duplicates are looked for inside it: of two requests with one id the second waits for the first, and both fail
 * together if the disk is full. An id enters the memory when it is on disk, not before.
 */
export class Inbox {
  readonly #insert;
  #waiting: Waiting[] = [];
  #isFailing = false;

  constructor(
    private readonly db: Database,
    private readonly memory: IdMemory,
    private readonly log: Log,
    private readonly onCommit: (records: number) => void,
  ) {
    this.#insert = db.prepare<[number, Buffer, string]>(
      "INSERT INTO batches (arrived, ids, body) VALUES (?, ?, ?)",
    );
  }

  /** Resolves when the batch is on disk; rejects when it could not be written, and then nothing of it is kept. */
  append(batch: StoredBatch, arrived: number): Promise<Kept> {
    return new Promise((resolve, reject) => {
      if (this.#waiting.push({ batch, arrived, resolve, reject }) === 1) setImmediate(() => this.#commit());
    });
  }

  #commit(): void {
    const group = this.#waiting;
    this.#waiting = [];
    const written = new Map<string, number>();
    let kept: Kept[];
    try {
      kept = this.db.transaction(() => group.map((each) => this.#write(each, written))).immediate();
      if (written.size) this.#note();
    } catch (error) {
      for (const each of group) each.reject(error);
      this.#note(error);
      return;
    }
    for (const [id, arrived] of written) this.memory.add(Buffer.from(id, "latin1"), arrived);
    group.forEach((each, index) => {
      each.resolve(kept[index] as Kept);
    });
    if (written.size) this.onCommit(written.size);
  }

  /** One line when the store begins to fail and one when it works again: a full disk refuses thousands of batches. */
  #note(error?: unknown): void {
    const before = this.#isFailing;
    this.#isFailing = error !== undefined;
    if (this.#isFailing && !before) this.log.error({ err: error }, "the store fails: batches are refused");
    else if (before && !this.#isFailing) this.log.info("the store works again");
  }

  #write({ batch, arrived }: Waiting, written: Map<string, number>): Kept {
    const ids: Buffer[] = [];
    const isNew = ({ id }: { id: string }): boolean => {
      const bytes = idBytes(id);
      const key = bytes.toString("latin1");
      if (written.has(key) || this.memory.has(bytes)) return false;
      written.set(key, arrived);
      return ids.push(bytes) > 0;
    };
    const fresh = { ...batch, identify: batch.identify.filter(isNew), events: batch.events.filter(isNew) };
    if (ids.length) this.#insert.run(arrived, Buffer.concat(ids), JSON.stringify(fresh));
    return { ...fresh, duplicates: batch.events.length + batch.identify.length - ids.length };
  }
}

/** Fills the memory with what the store has of the last 24 hours. */
export function recallIds(db: Database, memory: IdMemory, now: number): void {
  const rows = db.prepare<[number], { arrived: number; ids: Buffer }>(RECALL);
  for (const { arrived, ids } of rows.iterate(now - MEMORY)) {
    for (let at = 0; at < ids.length; at += 16) memory.add(ids.subarray(at, at + 16), arrived);
  }
}

export const RECALL = "SELECT arrived, ids FROM batches WHERE arrived > ? ORDER BY arrived";
