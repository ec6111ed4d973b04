import { expect, test } from "vitest";
import { antsomiServer, metricOf } from "../support/backends.js";
import { batch, event } from "../support/batch.js";
import { relay } from "../support/relay.js";
import { sample } from "../support/samples.js";
import { eventually } from "../support/wait.js";

test("an event is one request: thing, act, who, and its data by their places", async () => {
  const antsomi = await antsomiServer();
  const { post } = await relay(antsomi.options());
  const one = sample("clicks:outcome", {
    data: { ...sample("clicks:outcome").data, sport_id: "sp1", odds: 1.85 },
  });
  await post(batch([one]));
  await eventually(() => expect(antsomi.taken).toHaveLength(1));
  expect(antsomi.taken).toEqual([
    {
      ec: "outcome",
      ea: "click",
      sid: expect.any(Number),
      aid: "77aa",
      uid: "520535",
      items: [
        { id: "o1", type: "outcome" },
        { id: "e1", type: "event" },
        { id: "sp1", type: "sport" },
      ],
      dims: { sport: "sp1" },
      context: {
        page: "/home",
        location: "widget:recommended",
        channel: "desktop",
        brand: "https://a.example",
        device: "desktop",
      },
      extra: {
        position: 1,
        odds: 1.85,
        event_type: "clicks:outcome",
        tracktag_id: one.id,
        timestamp: one.timestamp,
      },
    },
  ]);
  expect([...(antsomi.exchanges[0]?.query ?? [])]).toEqual([
    ["portal_id", "33167"],
    ["prop_id", "564990801"],
    ["resp_type", "json"],
  ]);
  expect(antsomi.exchanges[0]?.headers["content-type"]).toBe("application/json");
});

test.each([
  ["impressions:events", "event", "view"],
  ["engagement:add_bet", "bet", "add"],
  ["users:login", "user", "login"],
  ["vaix-widgets-loaded", "custom", "vaix-widgets-loaded"],
])("%s is %s, %s", async (type, ec, ea) => {
  const antsomi = await antsomiServer();
  const { post } = await relay(antsomi.options());
  await post(batch([sample(type)]));
  await eventually(() => expect(antsomi.taken).toMatchObject([{ ec, ea }]));
});

test("a session has one number, another session another", async () => {
  const antsomi = await antsomiServer();
  const { post } = await relay(antsomi.options());
  await post(batch([event(), event()], { session_id: "a" }));
  await post(batch([event()], { session_id: "b" }));
  await eventually(() => expect(antsomi.taken).toHaveLength(3));
  const [one, two, three] = antsomi.taken.map(({ sid }) => sid);
  expect(two).toBe(one);
  expect(three).not.toBe(one);
});

test("without a user the anonymous id stands in; nobody's event is skipped, and counted", async () => {
  const antsomi = await antsomiServer();
  const { post, metric } = await relay(antsomi.options());
  await post(batch([event({ user_id: null })]));
  await post(batch([event({ user_id: null })], { anonymous_id: undefined, session_id: undefined }));
  await eventually(async () => expect(await metric(metricOf("skipped_total", "antsomi"))).toBe(1));
  await eventually(() => expect(antsomi.taken).toMatchObject([{ uid: "77aa", aid: "77aa" }]));
});

test("a query of the configured address stays", async () => {
  const antsomi = await antsomiServer();
  const { post } = await relay(antsomi.options({ url: `${antsomi.url}/event?v=2` }));
  await post(batch([event()]));
  await eventually(() => expect(antsomi.exchanges[0]?.query.get("v")).toBe("2"));
});
