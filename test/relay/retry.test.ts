import { describe, expect, test } from "vitest";
import type { Fault } from "../../demo/backends/sportradar.js";
import { batch, event, numbered } from "./support/batch.js";
import { forwardingTo, relay, sportradarServer } from "./support/relay.js";
import { eventually } from "./support/wait.js";

const statuses = (list: { status: number }[]) => list.map(({ status }) => status);
const names = (list: { event: unknown }[]) =>
  list.map(({ event }) => (event as { data: { event_id: string } }).data.event_id);
const of = (destination: string, name: string) => `tracktag_${name}{destination="${destination}"}`;

describe("a failure that may pass is tried again", () => {
  test.each<[string, Fault, number]>([
    ...[408, 425, 429, 500, 502, 503, 504, 599].map((status): [string, Fault, number] => [
      String(status),
      { status },
      status,
    ]),
    ["a reset", "reset", 0],
    ["no answer in time", "hang", 0],
  ])("%s", async (_, fault, status) => {
    const sportradar = await sportradarServer();
    const { post, metric } = await relay(forwardingTo(sportradar, { timeout: 500 }));
    sportradar.script({ fault });
    await post(batch([event()]));
    await eventually(() => expect(sportradar.accepted).toHaveLength(1));
    expect(statuses(sportradar.refused)).toEqual([status]);
    expect(await metric(of("sportradar", "retried_total"))).toBe(1);
    expect(await metric(of("sportradar", "dead_letters"))).toBe(0);
  });

  test("a kept-alive connection that the backend had closed: at once, on another", async () => {
    const sportradar = await sportradarServer();
    const { post, metric } = await relay(forwardingTo(sportradar));
    await post(batch([numbered("first")]));
    await eventually(() => expect(sportradar.accepted).toHaveLength(1));
    sportradar.script({ fault: "reset" });
    await post(batch([numbered("second")]));
    await eventually(() => expect(names(sportradar.accepted)).toEqual(["first", "second"]));
    expect(statuses(sportradar.refused)).toEqual([0]);
    expect(await metric(of("sportradar", "retried_total"))).toBe(0);
  });

  test("a backend that nobody reaches", async () => {
    const sportradar = await sportradarServer();
    // Nobody listens at this port, nor is given it meanwhile, as may happen to one that was closed.
    const { post, metric, close, dataDir } = await relay(
      forwardingTo(sportradar, { url: "http://127.0.0.1:1" }),
    );
    await post(batch([event()]));
    await eventually(async () => expect(await metric(of("sportradar", "retried_total"))).toBeGreaterThan(0));
    await close();
    await relay({ ...forwardingTo(sportradar), dataDir });
    await eventually(() => expect(sportradar.accepted).toHaveLength(1));
  });
});

describe("a failure that stays becomes a dead letter", () => {
  test.each([400, 404, 405, 406, 409, 410, 413, 415, 422, 451])("%i", async (status) => {
    const sportradar = await sportradarServer();
    const { post, metric } = await relay(forwardingTo(sportradar));
    sportradar.script({ fault: { status } });
    await post(batch([numbered("bad"), numbered("good")]));
    await eventually(() => expect(names(sportradar.accepted)).toEqual(["good"]));
    expect(statuses(sportradar.refused)).toEqual([status]);
    await eventually(async () => expect(await metric(of("sportradar", "dead_letters"))).toBe(1));
    expect(await metric(of("sportradar", "refused_total"))).toBe(1);
    expect(await metric(of("sportradar", "queued"))).toBe(0);
  });
});

describe("Retry-After is honoured", () => {
  /** The backoff of a first failure ends before 1 s: what comes later than this, ms, has read the header. */
  const asked = 2000;

  test.each([
    ["seconds", () => String(asked / 1000)],
    // Dates have whole seconds.
    ["a date", () => new Date(Date.now() + asked + 1000).toUTCString()],
  ])("in %s", async (_, value) => {
    const sportradar = await sportradarServer();
    const { post, metric } = await relay(forwardingTo(sportradar));
    sportradar.script({ fault: { status: 503, headers: { "retry-after": value() } } });
    await post(batch([numbered("first")]));
    await eventually(async () => expect(await metric(of("sportradar", "retried_total"))).toBe(1));
    // It speaks for all that is sent there, not for one event.
    await post(batch([numbered("other", { user_id: "another" })]));
    await eventually(() => expect(sportradar.accepted).toHaveLength(2));
    const failed = sportradar.refused[0]?.at ?? 0;
    for (const { at } of sportradar.accepted) expect(at - failed).toBeGreaterThan(asked - 100);
  });
});

describe("a record that keeps failing", () => {
  test("holds up nobody else, and its user's later events follow it in their order", async () => {
    const sportradar = await sportradarServer();
    const { post } = await relay(forwardingTo(sportradar));
    const heal = sportradar.script({
      fault: { status: 500 },
      times: Number.POSITIVE_INFINITY,
      when: ({ data }) => data?.event_id === "stuck",
    });
    const own = (name: string) => numbered(name, { user_id: "unlucky" });
    await post(batch([own("stuck"), own("second"), numbered("other 1")]));
    await eventually(() => expect(names(sportradar.accepted)).toEqual(["other 1"]));
    await post(batch([own("third"), numbered("other 2")]));
    await eventually(() => expect(names(sportradar.accepted)).toEqual(["other 1", "other 2"]));
    await eventually(() => expect(sportradar.refused.length).toBeGreaterThan(1));
    heal();
    await eventually(() => expect(sportradar.accepted).toHaveLength(5));
    expect(names(sportradar.accepted).slice(2)).toEqual(["stuck", "second", "third"]);
  });

  test("is still tried after a restart, before its user's later events", async () => {
    const sportradar = await sportradarServer();
    const before = await relay(forwardingTo(sportradar));
    sportradar.script({ fault: { status: 500 }, times: 2 });
    await before.post(batch([numbered("stuck"), numbered("second")]));
    await eventually(() => expect(sportradar.refused).toHaveLength(1));
    await before.close();
    const after = await relay({ ...forwardingTo(sportradar), dataDir: before.dataDir });
    await after.post(batch([numbered("third")]));
    await eventually(() => expect(names(sportradar.accepted)).toEqual(["stuck", "second", "third"]));
  });
});

describe("a backend that is down", () => {
  test("gets few requests while it is, and then everything, each user's events in order", async () => {
    const sportradar = await sportradarServer();
    const { post } = await relay(forwardingTo(sportradar));
    const heal = sportradar.script({ fault: { status: 500 }, times: Number.POSITIVE_INFINITY });
    const users = Array.from({ length: 100 }, (_, user) => `user ${user}`);
    const round = (name: string) => batch(users.map((user_id) => numbered(name, { user_id })));
    await post(round("1"));
    await eventually(() => expect(sportradar.refused.length).toBeGreaterThanOrEqual(5));
    await post(round("2"));
    const { status } = await post(round("3"));
    expect(status).toBe(202);
    heal();
    await eventually(() => expect(sportradar.accepted).toHaveLength(300));
    // Those in flight when it was noticed, and some attempts after that: not each of the events.
    expect(sportradar.refused.length).toBeLessThan(100);
    for (const user of users) {
      expect(names(sportradar.accepted.filter(({ event }) => event.user_id === user))).toEqual([
        "1",
        "2",
        "3",
      ]);
    }
  });

  test("or hangs, does not keep events from being accepted", async () => {
    const sportradar = await sportradarServer();
    sportradar.script({ fault: "hang", times: Number.POSITIVE_INFINITY });
    const { post, metric } = await relay(forwardingTo(sportradar, { timeout: 60_000 }));
    const events = Array.from({ length: 200 }, (_, user) => event({ user_id: `user ${user}` }));
    const replies = await Promise.all(events.map((each) => post(batch([each]))));
    expect(statuses(replies)).toEqual(replies.map(() => 202));
    expect(await metric(of("sportradar", "queued"))).toBe(200);
  });
});
