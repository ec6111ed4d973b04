/** Addresses remembered before those that have recovered are forgotten. */
const SWEEP = 10_000;

interface Bucket {
  tokens: number;
  at: number;
}

/** A token bucket for each address: so many requests a second, and as many at once. */
export class RateLimit {
  readonly #buckets = new Map<string, Bucket>();
  #sweepAt = SWEEP;

  /** @param perSecond 0: no limit */
  constructor(private readonly perSecond: number) {}

  /** @param now ms; @returns whether the request may pass */
  take(address: string, now: number): boolean {
    if (!this.perSecond) return true;
    if (this.#buckets.size >= this.#sweepAt) this.#sweep(now);
    const bucket = this.#buckets.get(address) ?? { tokens: this.perSecond, at: now };
    bucket.tokens = this.#refilled(bucket, now);
    bucket.at = now;
    this.#buckets.set(address, bucket);
    if (bucket.tokens < 1) return false;
    bucket.tokens -= 1;
    return true;
  }

  #refilled({ tokens, at }: Bucket, now: number): number {
    return Math.min(this.perSecond, tokens + (Math.max(0, now - at) * this.perSecond) / 1000);
  }

  #sweep(now: number): void {
    for (const [address, bucket] of this.#buckets) {
      if (this.#refilled(bucket, now) >= this.perSecond) this.#buckets.delete(address);
    }
    this.#sweepAt = Math.max(SWEEP, this.#buckets.size * 2);
  }
}
