import { describe, expect, test } from "vitest";
import { batch, event, identify, numbered } from "./support/batch.js";
import { CLIENT_ID, forwardingTo, relay, sportradarServer, TOKEN } from "./support/relay.js";
import { eventually } from "./support/wait.js";

const ORIGIN = "https://www.operator.example";
const USER_AGENT = "Mozilla/5.0 (Linux; Android 15) Mobile";

describe("an event is forwarded to Sportradar", () => {
  test("in a request of its own: type, user and data, and nothing else", async () => {
    const sportradar = await sportradarServer();
    const { post, metric } = await relay(forwardingTo(sportradar));
    const one = { ...numbered("1"), extra: "dropped" };
    const two = event({ event_type: "users:login", user_id: "7", data: undefined });
    await post(batch([one, two]));
    await eventually(() => expect(sportradar.accepted).toHaveLength(2));
    const bodies = new Map(sportradar.accepted.map(({ event }) => [event.event_type, event]));
    expect(bodies.get("clicks:event")).toEqual({
      event_type: "clicks:event",
      user_id: "520535",
      data: one.data,
    });
    expect(bodies.get("users:login")).toEqual({ event_type: "users:login", user_id: "7", data: {} });
    expect(sportradar.refused).toEqual([]);
    await eventually(async () =>
      expect(await metric('tracktag_sent_total{destination="sportradar"}')).toBe(2),
    );
  });

  test("with the operator's credentials and the visitor's headers", async () => {
    const sportradar = await sportradarServer();
    const { post } = await relay({ ...forwardingTo(sportradar), origins: [ORIGIN] });
    await post(batch([event()]), { origin: ORIGIN, "user-agent": USER_AGENT });
    await eventually(() => expect(sportradar.accepted).toHaveLength(1));
    const { host, connection, "content-length": length, ...headers } = sportradar.accepted[0]?.headers ?? {};
    expect(headers).toEqual({
      authorization: `Bearer ${TOKEN}`,
      "x-vaix-client-id": CLIENT_ID,
      "content-type": "application/json",
      origin: ORIGIN,
      "user-agent": USER_AGENT,
    });
  });

  test("without the headers that the visitor's request did not have", async () => {
    const sportradar = await sportradarServer();
    const { post } = await relay(forwardingTo(sportradar));
    await post(batch([event()]));
    await eventually(() => expect(sportradar.accepted).toHaveLength(1));
    const headers = sportradar.accepted[0]?.headers;
    for (const name of ["origin", "user-agent", "x-vaix-authentication-method"])
      expect(headers).not.toHaveProperty(name);
  });

  test("with the authentication method, if one is configured", async () => {
    const sportradar = await sportradarServer();
    const { post } = await relay(forwardingTo(sportradar, { authenticationMethod: "iam" }));
    await post(batch([event()]));
    await eventually(() => expect(sportradar.accepted).toHaveLength(1));
    expect(sportradar.accepted[0]?.headers["x-vaix-authentication-method"]).toBe("iam");
  });

  test("with null for a visitor without a user", async () => {
    const sportradar = await sportradarServer();
    const { post } = await relay(forwardingTo(sportradar));
    await post(batch([event({ user_id: null })]));
    await eventually(() => expect(sportradar.accepted[0]?.event.user_id).toBeNull());
  });

  test("with its time and id in data, if asked for, and without them otherwise", async () => {
    const sportradar = await sportradarServer();
    const plain = await relay(forwardingTo(sportradar));
    const timed = await relay(forwardingTo(sportradar, { times: true }));
    const [one, two] = [numbered("plain"), numbered("timed")];
    await plain.post(batch([one]));
    await timed.post(batch([two]));
    await eventually(() => expect(sportradar.accepted).toHaveLength(2));
    const dataOf = (name: string) =>
      sportradar.accepted.map(({ event }) => event.data).find((data) => data?.event_id === name);
    expect(dataOf("plain")).toEqual(one.data);
    expect(dataOf("timed")).toEqual({ ...two.data, timestamp: two.timestamp, tracktag_id: two.id });
  });
});

test("identify records are not for Sportradar: they are not sent there, but counted as skipped", async () => {
  const sportradar = await sportradarServer();
  const { post, metric } = await relay(forwardingTo(sportradar));
  await post(batch([], { identify: [identify()] }));
  await post(batch([numbered("marker")], { identify: [identify()] }));
  await eventually(async () => expect(await metric('tracktag_queued{destination="sportradar"}')).toBe(0));
  expect(sportradar.accepted).toHaveLength(1);
  expect(sportradar.refused).toEqual([]);
  expect(await metric('tracktag_skipped_total{destination="sportradar"}')).toBe(2);
});

test("the events of each user arrive in their order", async () => {
  const sportradar = await sportradarServer();
  const { post } = await relay(forwardingTo(sportradar));
  const users = Array.from({ length: 20 }, (_, user) => `user ${user}`);
  for (let round = 0; round < 10; round++) {
    const mixed = users.flatMap((user_id) =>
      [0, 1].map((half) => numbered(String(round * 2 + half), { user_id })),
    );
    await post(batch(mixed));
  }
  await eventually(() => expect(sportradar.accepted).toHaveLength(400));
  for (const user of users) {
    const own = sportradar.accepted.filter(({ event }) => event.user_id === user);
    expect(own.map(({ event }) => Number(event.data?.event_id))).toEqual(
      Array.from({ length: 20 }, (_, n) => n),
    );
  }
});

test("without a destination, events are stored, and forwarded once there is one", async () => {
  const sportradar = await sportradarServer();
  const before = await relay();
  await before.post(batch([event()]));
  await before.close();
  await relay({ ...forwardingTo(sportradar), dataDir: before.dataDir });
  await eventually(() => expect(sportradar.accepted).toHaveLength(1));
});
