import { IdSet } from "./id-set.js";

const HOUR = 3_600_000;

/** An id is remembered for at least this long, ms. */
export const MEMORY = 24 * HOUR;

/** Ids are forgotten by the generation, ms: the shorter, the more sets to look into. */
const SPAN = 4 * HOUR;

interface Generation {
  /** When its first and its last id came. */
  from: number;
  until: number;
  ids: IdSet;
}

/** The ids of the last 24 to 28 hours, in memory. An index on disk over random keys would be the relay's main cost. */
export class IdMemory {
  #generations: Generation[] = [];

  has(id: Buffer): boolean {
    return this.#generations.some((generation) => generation.ids.has(id));
  }

  /** @param now ms since the epoch, when the id arrived */
  add(id: Buffer, now: number): void {
    let newest = this.#generations[0];
    if (!newest || now - newest.from > SPAN) {
      this.#forget(now);
      newest = { from: now, until: now, ids: new IdSet(newest?.ids.size) };
      this.#generations.unshift(newest);
    }
    newest.ids.add(id);
    newest.until = Math.max(newest.until, now);
  }

  #forget(now: number): void {
    this.#generations = this.#generations.filter((generation) => now - generation.until < MEMORY);
  }
}

/** A UUID as its 16 bytes; upper and lower case are the same id. */
export const idBytes = (uuid: string): Buffer => Buffer.from(uuid.replaceAll("-", ""), "hex");
