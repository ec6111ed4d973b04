/** The code of the error with which those who wait are sent away. */
export const SENT_AWAY = "SENT_AWAY";

interface Waiting {
  resolve(): void;
  reject(error: Error): void;
}

/** Lets so many through a second, evenly, in the order in which they come. */
export class Throttle {
  /** ms of the monotonic clock: when the next one may pass. */
  #next = 0;
  #waiting: Waiting[] = [];
  #timer?: NodeJS.Timeout;

  /** @param perSecond 0: no limit */
  constructor(private readonly perSecond: number) {}

  /** Resolves when it is this caller's turn; rejects when those who wait are sent away before. */
  turn(): Promise<void> {
    if (!this.perSecond) return Promise.resolve();
    return new Promise((resolve, reject) => {
      this.#waiting.push({ resolve, reject });
      if (!this.#timer) this.#pass();
    });
  }

  /** Sends those who wait away: whoever still wants to pass has to come again. */
  clear(): void {
    const waiting = this.#waiting;
    this.#waiting = [];
    clearTimeout(this.#timer);
    this.#timer = undefined;
    for (const { reject } of waiting) reject(Object.assign(new Error(SENT_AWAY), { code: SENT_AWAY }));
  }

  #pass(): void {
    this.#timer = undefined;
    const now = performance.now();
    if (now >= this.#next) {
      this.#waiting.shift()?.resolve();
      // Evenly, though timers are late: but what nobody asked for is not made up for.
      this.#next = Math.max(this.#next, now - 1000 / this.perSecond) + 1000 / this.perSecond;
    }
    if (this.#waiting.length) this.#timer = setTimeout(() => this.#pass(), this.#next - now);
  }
}
