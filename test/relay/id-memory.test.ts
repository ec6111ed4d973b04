import { randomUUID } from "node:crypto";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { openDatabase } from "../../src/relay/store/database.js";
import { IdMemory, idBytes } from "../../src/relay/store/id-memory.js";
import { IdSet } from "../../src/relay/store/id-set.js";
import { RECALL } from "../../src/relay/store/inbox.js";
import { temporaryFolder } from "./support/relay.js";

const HOUR = 3_600_000;

describe("a set of ids", () => {
  test("knows what was added and nothing else, beyond the size that was expected", () => {
    const set = new IdSet(10);
    const [added, others] = [0, 1].map(() => Array.from({ length: 20_000 }, () => idBytes(randomUUID())));
    for (const id of added ?? []) set.add(id);
    expect(set.size).toBe(20_000);
    expect(added?.every((id) => set.has(id))).toBe(true);
    expect(others?.some((id) => set.has(id))).toBe(false);
  });

  test("agrees with a Set of strings, whatever the bytes", () => {
    // Few different bytes: ids that are alike, and all zero among them.
    const ids = fc.array(fc.array(fc.constantFrom(0, 1, 255), { minLength: 16, maxLength: 16 }), {
      maxLength: 3000,
    });
    fc.assert(
      fc.property(ids, ids, (added, asked) => {
        const [set, known] = [new IdSet(), new Set<string>()];
        for (const bytes of added) {
          set.add(Buffer.from(bytes));
          known.add(String(bytes));
        }
        expect(set.size).toBe(known.size);
        for (const bytes of asked) expect(set.has(Buffer.from(bytes))).toBe(known.has(String(bytes)));
      }),
    );
  });
});

describe("the memory", () => {
  const id = () => idBytes(randomUUID());

  test("has an id for 24 hours at least, and not for ever", () => {
    const memory = new IdMemory();
    const first = id();
    memory.add(first, 0);
    for (let hour = 1; hour <= 24; hour++) {
      expect(memory.has(first)).toBe(true);
      memory.add(id(), hour * HOUR);
    }
    for (let hour = 25; hour <= 40; hour++) memory.add(id(), hour * HOUR);
    expect(memory.has(first)).toBe(false);
  });

  test("keeps the younger ids when it forgets the older ones", () => {
    const memory = new IdMemory();
    const ids = Array.from({ length: 60 }, id);
    ids.forEach((each, hour) => memory.add(each, hour * HOUR));
    for (const [hour, each] of ids.entries()) if (59 - hour <= 24) expect(memory.has(each)).toBe(true);
  });

  test("takes upper and lower case for the same id", () => {
    const memory = new IdMemory();
    const uuid = randomUUID();
    memory.add(idBytes(uuid), 0);
    expect(memory.has(idBytes(uuid.toUpperCase()))).toBe(true);
  });
});

test("is filled at a start without reading what the events say", () => {
  const db = openDatabase(temporaryFolder(), { create: true });
  const plan = db.prepare<[number], { detail: string }>(`EXPLAIN QUERY PLAN ${RECALL}`).all(0);
  db.close();
  expect(plan.map(({ detail }) => detail)).toEqual([
    expect.stringContaining("USING COVERING INDEX batch_ids"),
  ]);
});
