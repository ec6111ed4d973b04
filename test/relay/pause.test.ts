import { describe, expect, test } from "vitest";
import { batch, event } from "./support/batch.js";
import { forwardingTo, relay, sportradarServer, TOKEN } from "./support/relay.js";
import { eventually } from "./support/wait.js";

const PAUSED = 'tracktag_paused{destination="sportradar"}';
const QUEUED = 'tracktag_queued{destination="sportradar"}';
const DEAD = 'tracktag_dead_letters{destination="sportradar"}';

describe("refused credentials pause the destination", () => {
  test.each([401, 403, 302])(
    "with %i, and nothing is lost: it goes on once they are mended",
    async (status) => {
      const sportradar = await sportradarServer();
      const heal = sportradar.script({ fault: { status }, times: Number.POSITIVE_INFINITY });
      const { post, metric } = await relay(forwardingTo(sportradar, { probeInterval: 50 }));
      const events = Array.from({ length: 300 }, (_, user) => event({ user_id: `user ${user}` }));
      await post(batch(events.slice(0, 150)));
      await post(batch(events.slice(150)));
      await eventually(async () => expect(await metric(PAUSED)).toBe(1));
      expect(await metric(QUEUED)).toBe(300);
      expect(await metric(DEAD)).toBe(0);
      heal();
      await eventually(() => expect(sportradar.accepted).toHaveLength(300));
      expect(await metric(PAUSED)).toBe(0);
      expect(await metric(DEAD)).toBe(0);
      await eventually(async () => expect(await metric(QUEUED)).toBe(0));
    },
  );

  test("with one request at a time, the same event until it is taken", async () => {
    const sportradar = await sportradarServer();
    const { post } = await relay(forwardingTo(sportradar, { probeInterval: 20, concurrency: 1 }));
    sportradar.rotate("another");
    await post(batch(["a", "b", "c"].map((user_id) => event({ user_id }))));
    await eventually(() => expect(sportradar.refused.length).toBeGreaterThan(5));
    sportradar.rotate(TOKEN);
    await eventually(() => expect(sportradar.accepted).toHaveLength(3));
    expect(new Set(sportradar.accepted.map(({ event }) => event.user_id))).toEqual(new Set(["a", "b", "c"]));
  });

  test("until the next start, which may bring the new token", async () => {
    const sportradar = await sportradarServer();
    sportradar.rotate("another");
    const before = await relay(forwardingTo(sportradar));
    await before.post(batch([event()]));
    await eventually(async () => expect(await before.metric(PAUSED)).toBe(1));
    await before.close();
    await relay({ ...forwardingTo(sportradar, { token: "another" }), dataDir: before.dataDir });
    await eventually(() => expect(sportradar.accepted).toHaveLength(1));
  });
});
