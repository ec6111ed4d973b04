import { describe, expect, test } from "vitest";
import type { Fault } from "../../../demo/backends/backend.js";
import { metricOf, SERVERS } from "../support/backends.js";
import { batch, event } from "../support/batch.js";
import { relay } from "../support/relay.js";
import { eventually } from "../support/wait.js";

const names = Object.keys(SERVERS) as (keyof typeof SERVERS)[];
const soon = { firstRetry: 20, timeout: 500, probeInterval: 20 };

/** A relay to the backend, which fails so the next time that it is called. */
async function failing(name: (typeof names)[number], fault: Fault, times = 1) {
  const { exchanges, taken, script, options } = await SERVERS[name]();
  const { post, metric } = await relay(options(soon));
  const heal = script({ fault, times });
  await post(batch([event()]));
  const value = (metricName: string) => metric(metricOf(metricName, name));
  return { exchanges, taken, heal, value };
}

describe.each(names)("%s", (name) => {
  test.each<[string, Fault]>([
    ...[408, 425, 429, 500, 502, 503, 504, 599].map((status): [string, Fault] => [`${status}`, { status }]),
    ["hang", "hang"],
    ["reset", "reset"],
    ["half an answer", "half"],
  ])("%s is tried again", async (_, fault) => {
    const { taken, exchanges, value } = await failing(name, fault);
    await eventually(() => expect(taken).toHaveLength(1));
    expect(exchanges).toHaveLength(2);
    await eventually(async () => expect(await value("sent_total")).toBe(1));
    expect([await value("retried_total"), await value("dead_letters")]).toEqual([1, 0]);
  });

  test.each([400, 404, 405, 406, 409, 410, 413, 415, 422])("%i is a dead letter", async (status) => {
    const { taken, exchanges, value } = await failing(name, { status });
    await eventually(async () => expect(await value("dead_letters")).toBe(1));
    expect([await value("refused_total"), await value("queued"), exchanges.length]).toEqual([1, 0, 1]);
    expect(taken).toEqual([]);
  });

  test.each([401, 403, 302])("%i pauses it, and it goes on once that is mended", async (status) => {
    const { taken, heal, value } = await failing(name, { status }, Number.POSITIVE_INFINITY);
    await eventually(async () => expect(await value("paused")).toBe(1));
    expect([await value("queued"), await value("dead_letters")]).toEqual([1, 0]);
    heal();
    await eventually(() => expect(taken).toHaveLength(1));
    await eventually(async () => expect([await value("paused"), await value("queued")]).toEqual([0, 0]));
  });

  test("Retry-After is honoured", async () => {
    const begun = Date.now();
    const { taken } = await failing(name, { status: 503, headers: { "retry-after": "1" } });
    await eventually(() => expect(taken).toHaveLength(1));
    expect(Date.now() - begun).toBeGreaterThanOrEqual(950);
  });
});
