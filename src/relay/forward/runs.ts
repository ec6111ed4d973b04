interface InRun {
  /** Whose it is. */
  run: string;
}

/**
 * A queue in which what belongs to one run (a user's events) leaves in order and never two portions at a time, while
 * different runs overtake each other freely.
 */
export class Runs<T extends InRun> {
  readonly #queues = new Map<string, T[]>();
  /** Runs that may be taken from, in turn. */
  readonly #ready = new Set<string>();

  /** How many runs have something to give. */
  get ready(): number {
    return this.#ready.size;
  }

  /** Whether so many items may be taken. */
  has(count: number): boolean {
    let found = 0;
    for (const run of this.#ready) {
      found += this.#queues.get(run)?.length ?? 0;
      if (found >= count) return true;
    }
    return false;
  }

  push(item: T): void {
    const queue = this.#queues.get(item.run);
    if (queue) queue.push(item);
    else {
      this.#queues.set(item.run, [item]);
      this.#ready.add(item.run);
    }
  }

  /** Up to `limit` items, of one run or of several. Their runs give nothing more until they are released. */
  take(limit: number): T[] {
    const taken: T[] = [];
    for (const run of this.#ready) {
      if (taken.length === limit) break;
      const queue = this.#queues.get(run) as T[];
      taken.push(...queue.splice(0, limit - taken.length));
      this.#ready.delete(run);
    }
    return taken;
  }

  /** Puts back what was taken and not sent, to the front of its runs. */
  putBack(items: T[]): void {
    for (const item of [...items].reverse()) this.#queues.get(item.run)?.unshift(item);
  }

  /** What was taken of this run is settled or put back. */
  release(run: string): void {
    if (this.#queues.get(run)?.length) this.#ready.add(run);
    else this.#queues.delete(run);
  }

  /** Removes what of a run waits and fulfils the condition. */
  drop(run: string, condition: (item: T) => boolean): void {
    const queue = this.#queues.get(run) ?? [];
    const left = queue.filter((item) => !condition(item));
    queue.splice(0, queue.length, ...left);
  }
}
