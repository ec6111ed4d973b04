/** How long to wait between two tries, ms. */
export interface Waits {
  /** After the first failure, at most. */
  first: number;
  /** Ever. */
  longest: number;
}

/**
 * How long to wait before trying again: twice as long with each failure, up to the longest. Half of it is random, so
 * that those who failed together don't come back together.
 *
 * @param attempt failures before this one, from 0
 * @returns ms
 */
export function backoff(attempt: number, { first, longest }: Waits, random = Math.random): number {
  return (Math.min(first * 2 ** attempt, longest) * (1 + random())) / 2;
}
