/** Numbers from 0 to 1 that a seed decides: mulberry32. */
export function randomBy(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** A seed that is a page's own. */
export const seedOf = (name: string, base: number): number =>
  [...name].reduce((seed, letter) => Math.imul(seed, 31) + letter.charCodeAt(0), base);
