import { describe, expect, test } from "vitest";
import type { WyntaEvent, WyntaProfile, WyntaRecord } from "../../../demo/backends/wynta.js";
import { metricOf, wyntaServer } from "../support/backends.js";
import { batch, event, identify, numbered } from "../support/batch.js";
import { CLIENT_ID, relay, TOKEN } from "../support/relay.js";
import { sample } from "../support/samples.js";
import { eventually } from "../support/wait.js";

const of = (name: string) => metricOf(name, "wynta");
const eventsOf = (taken: WyntaRecord[]) => taken.filter((each): each is WyntaEvent => "event_name" in each);
const sizes = (exchanges: { body: unknown }[]) =>
  exchanges.map(({ body }) => (body as { events?: unknown[] }).events?.length ?? "identify");

test("an event has its envelope, and its data as properties", async () => {
  const wynta = await wyntaServer();
  const { post } = await relay(wynta.options());
  const one = sample("clicks:event");
  await post(batch([one]));
  await eventually(() => expect(wynta.taken).toHaveLength(1));
  expect(wynta.taken).toEqual([
    {
      user_id: "520535",
      session_id: "2b1c",
      event_id: one.id,
      event_name: "match_viewed",
      timestamp: one.timestamp,
      device_type: "desktop",
      platform: "web",
      brand_id: "https://a.example",
      properties: one.data,
    },
  ]);
  const [{ method, path, headers } = {} as never] = wynta.exchanges;
  expect([method, path]).toEqual(["POST", "/v1/events/track"]);
  expect(headers).toMatchObject({
    authorization: `Bearer ${TOKEN}`,
    "content-type": "application/json",
    "x-client-id": CLIENT_ID,
    "x-idempotency-key": expect.stringMatching(
      /^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/,
    ),
  });
});

describe("the event's name", () => {
  test.each([
    ["impressions:page", "page_viewed"],
    ["clicks:event", "match_viewed"],
    ["clicks:sport", "sport_selected"],
    ["clicks:league", "league_selected"],
    ["clicks:game", "game_opened"],
    ["users:login", "login_success"],
    ["engagement:place_ticket", "multi_bet_placed"],
    ["recommendations:place_bet", "single_bet_placed"],
    ["recommendations:click:next_outcome", "recommendation_clicked"],
    ["clicks:menu-item", "clicks_menu_item"],
    ["vaix-widgets-loaded", "vaix_widgets_loaded"],
  ])("%s is %s", async (type, name) => {
    const wynta = await wyntaServer();
    const { post } = await relay(wynta.options());
    await post(batch([sample(type)]));
    await eventually(() => expect(eventsOf(wynta.taken)).toMatchObject([{ event_name: name }]));
    const kind = /^recommendations:click:(.*)/.exec(type)?.[1];
    expect(eventsOf(wynta.taken)[0]?.properties?.kind).toBe(kind);
  });
});

describe("who it was", () => {
  test("without a user is the anonymous id", async () => {
    const wynta = await wyntaServer();
    const { post } = await relay(wynta.options());
    await post(batch([event({ user_id: null })]));
    await eventually(() => expect(wynta.taken).toMatchObject([{ user_id: "77aa" }]));
  });

  test("is required: nobody's event is skipped, and counted", async () => {
    const wynta = await wyntaServer();
    const { post, metric } = await relay(wynta.options());
    await post(batch([event({ user_id: null })], { anonymous_id: undefined, session_id: undefined }));
    await eventually(async () => expect(await metric(of("skipped_total"))).toBe(1));
    expect(await metric(of("queued"))).toBe(0);
    expect(wynta.exchanges).toEqual([]);
  });
});

test("a device or platform that is not in its lists is left out", async () => {
  const wynta = await wyntaServer();
  const { post } = await relay(wynta.options());
  await post(batch([event()], { device_type: "fridge", platform: "tv" }));
  await eventually(() => expect(wynta.taken).toHaveLength(1));
  for (const name of ["device_type", "platform"]) expect(wynta.taken[0]).not.toHaveProperty(name);
});

describe("requests", () => {
  test("hold 10 to 50 events where there are so many, of many users, each user's in order", async () => {
    const wynta = await wyntaServer();
    const heal = wynta.script({ fault: { status: 401 }, times: Number.POSITIVE_INFINITY });
    const { post, metric } = await relay(wynta.options({ probeInterval: 20 }));
    await post(
      batch(Array.from({ length: 200 }, (_, n) => numbered(String(n), { user_id: `user ${n % 7}` }))),
    );
    await eventually(async () => expect(await metric(of("paused"))).toBe(1));
    const before = wynta.exchanges.length;
    heal();
    await eventually(() => expect(wynta.taken).toHaveLength(200));
    const held = sizes(wynta.exchanges.slice(before));
    expect(Math.max(...held.map(Number))).toBe(50);
    // All but what is left in the end: the events of one user wait for each other, and fill no request alone.
    expect(held.slice(0, -1).filter((size) => Number(size) < 10)).toEqual([]);
    for (let user = 0; user < 7; user++) {
      const own = eventsOf(wynta.taken).filter(({ user_id }) => user_id === `user ${user}`);
      const order = own.map(({ properties }) => Number(properties?.event_id));
      expect(order).toEqual([...order].sort((a, b) => a - b));
    }
  });

  test("hold as many as are configured", async () => {
    const wynta = await wyntaServer();
    const { post } = await relay(wynta.options({ batch: 10 }));
    await post(batch(Array.from({ length: 30 }, () => event())));
    await eventually(() => expect(wynta.taken).toHaveLength(30));
    expect(sizes(wynta.exchanges)).toEqual([10, 10, 10]);
  });

  test("that are made again have the same key, and so are not taken twice", async () => {
    const wynta = await wyntaServer();
    wynta.script({ fault: "reset" });
    const { post } = await relay(wynta.options({ firstRetry: 20 }));
    await post(batch([numbered("1"), numbered("2")]));
    await eventually(() => expect(wynta.taken).toHaveLength(2));
    const keys = wynta.exchanges.map(({ headers }) => headers["x-idempotency-key"]);
    expect(keys).toHaveLength(2);
    expect(new Set(keys).size).toBe(1);
  });
});

describe("identify", () => {
  test("goes before the events that follow it, with what links it to the visitor", async () => {
    const wynta = await wyntaServer();
    const { post } = await relay(wynta.options());
    const person = identify();
    await post(batch([numbered("1")], { identify: [person] }));
    await eventually(() => expect(wynta.taken).toHaveLength(2));
    const { id: _, ...rest } = person;
    expect(wynta.taken[0]).toEqual({ ...rest, anonymous_id: "77aa" });
    expect(wynta.exchanges.map(({ path }) => path)).toEqual(["/v1/events/identify", "/v1/events/track"]);
  });

  test("stays behind the events that came before it", async () => {
    const wynta = await wyntaServer();
    const heal = wynta.script({ fault: { status: 401 }, times: Number.POSITIVE_INFINITY });
    const { post, metric } = await relay(wynta.options({ probeInterval: 20, concurrency: 1 }));
    // The first is what finds the credentials refused; the others are then in one portion.
    await post(batch([numbered("0", { user_id: "another" })]));
    await eventually(async () => expect(await metric(of("paused"))).toBe(1));
    await post(batch([numbered("1")]));
    await post(batch([numbered("2")], { identify: [identify()] }));
    heal();
    await eventually(() => expect(wynta.taken).toHaveLength(4));
    const own = wynta.taken.filter(({ user_id }) => user_id === "520535");
    expect(own.map((each) => ("properties" in each ? each.properties?.event_id : "identify"))).toEqual([
      "1",
      "identify",
      "2",
    ]);
  });

  test("that fails holds back the events of its player, and nobody else's", async () => {
    const wynta = await wyntaServer();
    const isIdentify = { when: ({ path }: { path: string }) => path.endsWith("identify") };
    const heal = wynta.script({ fault: { status: 503 }, times: Number.POSITIVE_INFINITY, ...isIdentify });
    const { post, metric } = await relay(wynta.options({ firstRetry: 20 }));
    const other = numbered("other", { user_id: "7" });
    await post(batch([numbered("held"), other], { identify: [identify()] }));
    await eventually(() => expect(wynta.taken).toMatchObject([{ event_id: other.id }]));
    heal();
    await eventually(() => expect(wynta.taken).toHaveLength(3));
    expect((wynta.taken[1] as WyntaProfile).traits).toEqual({ vip: true });
    expect(await metric(of("dead_letters"))).toBe(0);
  });
});

describe("a 202 is read event by event", () => {
  test("one that it rejects is a dead letter with the reason, the others are delivered", async () => {
    const wynta = await wyntaServer();
    const { post, metric } = await relay(wynta.options());
    const bad = event({ user_id: "bad" });
    const errors = [{ index: 1, event_id: bad.id, code: "INVALID_TYPE", message: "as scripted" }];
    wynta.script({ fault: { status: 202, body: { accepted: 2, rejected: 1, errors } } });
    await post(batch([event(), bad, event()]));
    await eventually(async () => expect(await metric(of("sent_total"))).toBe(2));
    await eventually(async () => expect(await metric(of("dead_letters"))).toBe(1));
    expect(wynta.exchanges).toHaveLength(1);
  });

  test.each([
    ["counts more rejected than it lists", { accepted: 1, rejected: 1, errors: [] }],
    ["is not what the document says", { ok: true }],
  ])("one that %s is made again, and knows the copies", async (_, body) => {
    const wynta = await wyntaServer();
    const { post, metric } = await relay(wynta.options({ firstRetry: 20 }));
    wynta.script({ fault: { status: 202, body } });
    await post(batch([event(), event()]));
    await eventually(async () => expect(await metric(of("sent_total"))).toBe(2));
    expect(wynta.taken).toHaveLength(2);
    expect(await metric(of("dead_letters"))).toBe(0);
  });
});

test("of a request that is refused as a whole, only the record at fault is a dead letter", async () => {
  const wynta = await wyntaServer();
  const { post, metric } = await relay(wynta.options());
  const [poison, ...good] = Array.from({ length: 20 }, (_, n) => numbered(String(n)));
  const holdsPoison = ({ body }: { body: unknown }) => JSON.stringify(body).includes(String(poison?.id));
  wynta.script({ fault: { status: 422 }, times: Number.POSITIVE_INFINITY, when: holdsPoison });
  await post(batch([...good.slice(0, 9), poison, ...good.slice(9)]));
  await eventually(async () => expect(await metric(of("queued"))).toBe(0));
  expect(eventsOf(wynta.taken).map(({ event_id }) => event_id)).toEqual(good.map(({ id }) => id));
  await eventually(async () => expect(await metric(of("dead_letters"))).toBe(1));
});
