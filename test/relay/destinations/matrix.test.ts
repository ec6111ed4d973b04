import { describe, expect, test } from "vitest";
import { EVENT_TYPES } from "../../../src/destinations/event-types.js";
import { DESTINATIONS, type DestinationName } from "../../../src/destinations/index.js";
import type { RelayOptions } from "../../../src/relay/config/config.js";
import { metricOf, SERVERS } from "../support/backends.js";
import { batch } from "../support/batch.js";
import { forwardingTo, relay, sportradarServer } from "../support/relay.js";
import { SAMPLES, sample } from "../support/samples.js";
import { SKIPPED } from "../support/skipped.js";
import { eventually } from "../support/wait.js";

async function allBackends(): Promise<RelayOptions> {
  const servers = await Promise.all(Object.values(SERVERS).map((start) => start()));
  const options = [forwardingTo(await sportradarServer()), ...servers.map((server) => server.options())];
  return Object.assign({}, ...options, { destinations: Object.keys(DESTINATIONS) });
}

test("there is a sample of each event type", () => {
  expect(Object.keys(SAMPLES)).toEqual([...EVENT_TYPES.keys()]);
});

describe("of each event type, by one relay to all destinations at once", () => {
  test.each([...EVENT_TYPES.keys()])("%s", async (type) => {
    const { post, metric } = await relay(await allBackends());
    const { status } = await post(batch([sample(type)]));
    expect(status).toBe(202);
    for (const name of Object.keys(DESTINATIONS) as DestinationName[]) {
      await eventually(async () => expect(await metric(metricOf("queued", name))).toBe(0));
      const counts = ["sent_total", "skipped_total", "refused_total", "retried_total", "dead_letters"];
      const found = await Promise.all(counts.map((each) => metric(metricOf(each, name))));
      const isSkipped = SKIPPED[name](type);
      expect([name, ...found]).toEqual([name, isSkipped ? 0 : 1, isSkipped ? 1 : 0, 0, 0, 0]);
    }
  });
});
