/**
 * How long to wait before trying again: between 0.5 and 1 s after the first failure, doubling to at most 5 minutes.
 * Half of it is random, so that those who failed together don't come back together.
 *
 * @param attempt failures before this one, from 0
 * @returns ms
 */
export const backoff = (attempt: number): number =>
  (Math.min(2 ** attempt, 300) * 1000 * (1 + Math.random())) / 2;
