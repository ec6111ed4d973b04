import { expect, onTestFinished, test } from "vitest";
import { createLog } from "../../src/relay/log.js";
import { openDatabase } from "../../src/relay/store/database.js";
import { IdMemory } from "../../src/relay/store/id-memory.js";
import { Inbox } from "../../src/relay/store/inbox.js";
import { Outbox } from "../../src/relay/store/outbox.js";
import { forgetBatches } from "../../src/relay/store/retention.js";
import { event } from "./support/batch.js";
import { temporaryFolder } from "./support/relay.js";

const HOUR = 3_600_000;
const NOW = 1000 * HOUR;

/** A store with a batch for each of these ages, in hours, and the ages of those that are left. */
async function storeWith(ages: number[]) {
  const db = openDatabase(temporaryFolder(), { create: true });
  onTestFinished(() => void db.close());
  const inbox = new Inbox(db, new IdMemory(), createLog("silent"), () => {});
  for (const age of ages) await inbox.append({ events: [event()], identify: [] }, NOW - age * HOUR);
  const left = () => db.prepare<[], number>("SELECT arrived FROM batches ORDER BY seq").pluck().all();
  return { db, left: () => left().map((arrived) => (NOW - arrived) / HOUR) };
}

test("batches older than 24 hours go, once every destination is done with them", async () => {
  const { db, left } = await storeWith([30, 29, 28, 25, 23, 1]);
  new Outbox(db, "quick").save(6, []);
  new Outbox(db, "slow").save(2, []);
  forgetBatches(db, ["quick", "slow"], NOW);
  expect(left()).toEqual([28, 25, 23, 1]);
  new Outbox(db, "slow").save(6, []);
  forgetBatches(db, ["quick", "slow"], NOW);
  expect(left()).toEqual([23, 1]);
});

test("a destination that has not begun holds them all, one that is not enabled none", async () => {
  const { db, left } = await storeWith([30, 1]);
  new Outbox(db, "former").save(0, []);
  forgetBatches(db, ["new"], NOW);
  expect(left()).toEqual([30, 1]);
  forgetBatches(db, [], NOW);
  expect(left()).toEqual([1]);
});

test("many go step by step", async () => {
  const { db, left } = await storeWith(Array.from({ length: 450 }, () => 30));
  const steps = [1, 2, 3].map(() => forgetBatches(db, [], NOW));
  expect(steps).toEqual([true, true, false]);
  expect(left()).toEqual([]);
});

test("numbers are not used again: a cursor would pass over new batches", async () => {
  const { db } = await storeWith([30, 30]);
  forgetBatches(db, [], NOW);
  await new Inbox(db, new IdMemory(), createLog("silent"), () => {}).append(
    { events: [event()], identify: [] },
    NOW,
  );
  expect(db.prepare("SELECT seq FROM batches").pluck().all()).toEqual([3]);
});
