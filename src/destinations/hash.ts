/** Multipliers of MurmurHash3 (32 bit) and of xxHash32: odd, with bits well spread. */
const FACTORS = [0x85ebca6b, 0xc2b2ae35, 0x9e3779b1, 0x27d4eb2f] as const;

/** Four lanes of 32 bits, each mixed into the next. For telling apart, not for secrets: who knows it can collide it. */
const lanes = (text: string): number[] => {
  const state: number[] = [...FACTORS];
  const mix = (value: number) => {
    for (let lane = 0; lane < 4; lane++) {
      const before = state[(lane + 3) % 4] as number;
      state[lane] = Math.imul(((state[lane] as number) ^ value) + (before >>> 15), FACTORS[lane] as number);
    }
  };
  for (let at = 0; at < text.length; at++) mix(text.charCodeAt(at));
  // The last characters have not reached every bit yet.
  for (let round = 0; round < 8; round++) mix((state[round % 4] as number) >>> 13);
  return state.map((lane) => lane >>> 0);
};

/** A positive whole number of 31 bits. */
export const hash31 = (text: string): number => (lanes(text)[0] as number) >>> 1 || 1;

/** A text in the form of a UUID v4: the same for the same texts in any order, another for others. */
export const uuidOf = (texts: string[]): string => {
  const hex = lanes([...texts].sort().join(" "))
    .map((lane) => lane.toString(16).padStart(8, "0"))
    .join("");
  return hex.replace(
    /^(.{8})(.{4}).(.{3})(.)(.{3})/,
    (_, low, mid, high, variant, clock) =>
      `${low}-${mid}-4${high}-${"89ab"[Number.parseInt(variant, 16) % 4]}${clock}-`,
  );
};
