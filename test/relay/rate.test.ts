import { expect, test } from "vitest";
import { batch, event } from "./support/batch.js";
import { forwardingTo, relay, sportradarServer } from "./support/relay.js";
import { eventually } from "./support/wait.js";

const ALWAYS = { times: Number.POSITIVE_INFINITY };

/** As many as there are users: none waits for another. */
const users = (count: number) =>
  Array.from({ length: count }, (_, user) => event({ user_id: `user ${user}` }));

test("those that wait for their turn honour a Retry-After that comes meanwhile", async () => {
  const sportradar = await sportradarServer();
  sportradar.script({ fault: { status: 429, headers: { "retry-after": "2" } } });
  const { post } = await relay(forwardingTo(sportradar, { rate: 4 }));
  await post(batch(users(8)));
  await eventually(() => expect(sportradar.accepted).toHaveLength(8));
  const failed = sportradar.refused[0]?.at ?? 0;
  const early = sportradar.accepted.filter(({ at }) => at - failed < 1900);
  // One may have been under way.
  expect(early.length).toBeLessThanOrEqual(1);
});

test("those that wait for their turn are not sent with credentials that are refused meanwhile", async () => {
  const sportradar = await sportradarServer();
  const heal = sportradar.script({ fault: { status: 401 }, ...ALWAYS });
  const { post } = await relay(forwardingTo(sportradar, { rate: 4, probeInterval: 1000 }));
  await post(batch(users(8)));
  await eventually(() => expect(sportradar.refused.length).toBeGreaterThanOrEqual(4));
  const [, second = 0, third = 0, fourth = 0] = sportradar.refused.map(({ at }) => at);
  // The second may have been under way.
  expect(third - second).toBeGreaterThan(600);
  expect(fourth - third).toBeGreaterThan(900);
  heal();
  await eventually(() => expect(sportradar.accepted).toHaveLength(8));
});
