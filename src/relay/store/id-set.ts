import { randomFillSync } from "node:crypto";

/** Of 32 bits each: an id is 16 bytes. */
const WORDS = 4;

/**
 * A set of 16-byte ids in one flat array, at most 64 bytes an id. A `Set` of strings makes each garbage collection
 * walk over every id, and throws at 16.7 million.
 */
export class IdSet {
  /** Free slots are all zero. */
  #slots: Uint32Array;
  #size = 0;
  /** Ids are stored xor-ed with it, so that nobody can choose ids that collide or one that looks like a free slot. */
  readonly #salt = randomFillSync(new Uint32Array(WORDS));
  /** The id that is looked for, salted. One buffer for all calls: they never overlap. */
  readonly #key = new Uint32Array(WORDS);

  /** @param expected how many ids to make room for at once: growing later means moving them all */
  constructor(expected = 0) {
    this.#slots = new Uint32Array(2 ** Math.ceil(Math.log2(Math.max(expected, 512) * 2)) * WORDS);
  }

  get size(): number {
    return this.#size;
  }

  has(id: Buffer): boolean {
    this.#salted(id);
    return !this.#isFree(this.#find());
  }

  add(id: Buffer): void {
    this.#salted(id);
    const slot = this.#find();
    if (!this.#isFree(slot)) return;
    this.#slots.set(this.#key, slot);
    this.#size += 1;
    if (this.#size * 2 * WORDS > this.#slots.length) this.#grow();
  }

  #salted(id: Buffer): void {
    for (let word = 0; word < WORDS; word++) {
      this.#key[word] = id.readUInt32LE(word * 4) ^ (this.#salt[word] as number);
    }
  }

  /** Where the key is, or the free slot where it belongs: linear probing. */
  #find(): number {
    const slots = this.#slots;
    const [a, b, c, d] = this.#key as unknown as [number, number, number, number];
    let slot = (a * WORDS) % slots.length;
    while (
      !this.#isFree(slot) &&
      (slots[slot] !== a || slots[slot + 1] !== b || slots[slot + 2] !== c || slots[slot + 3] !== d)
    ) {
      slot = (slot + WORDS) % slots.length;
    }
    return slot;
  }

  #isFree(slot: number): boolean {
    const slots = this.#slots;
    return !slots[slot] && !slots[slot + 1] && !slots[slot + 2] && !slots[slot + 3];
  }

  #grow(): void {
    const old = this.#slots;
    this.#slots = new Uint32Array(old.length * 2);
    for (let slot = 0; slot < old.length; slot += WORDS) {
      this.#key.set(old.subarray(slot, slot + WORDS));
      if (this.#key.some((word) => word !== 0)) this.#slots.set(this.#key, this.#find());
    }
  }
}
