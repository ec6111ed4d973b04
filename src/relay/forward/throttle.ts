/** Lets so many through a second, evenly, in the order in which they come. */
export class Throttle {
  /** ms since the epoch: when the next one may pass. */
  #next = 0;
  readonly #waiting = new Map<NodeJS.Timeout, () => void>();

  /** @param perSecond 0: no limit */
  constructor(private readonly perSecond: number) {}

  /** Resolves when it is this caller's turn; rejects when the throttle is closed before. */
  turn(): Promise<void> {
    if (!this.perSecond) return Promise.resolve();
    const now = Date.now();
    const at = Math.max(now, this.#next);
    this.#next = at + 1000 / this.perSecond;
    if (at === now) return Promise.resolve();
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        this.#waiting.delete(timer);
        resolve();
      }, at - now);
      this.#waiting.set(timer, () => reject(Object.assign(new Error("CLOSED"), { code: "CLOSED" })));
    });
  }

  /** Sends those who wait away. */
  close(): void {
    for (const [timer, sendAway] of this.#waiting) {
      clearTimeout(timer);
      sendAway();
    }
    this.#waiting.clear();
  }
}
