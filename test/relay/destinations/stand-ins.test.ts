import { describe, expect, test } from "vitest";
import { antsomiServer, neuralensServer, primedataServer, wyntaServer } from "../support/backends.js";
import { post } from "../support/http.js";
import { CLIENT_ID, TOKEN } from "../support/relay.js";

const json = { "content-type": "application/json" };
const timestamp = "2026-05-18T14:38:00.000Z";

/** Without these members. */
const without = (body: object, name: string) => ({ ...body, [name]: undefined });

describe("Wynta's stand-in", () => {
  const headers = { ...json, authorization: `Bearer ${TOKEN}` };
  /** The document's example. */
  const event = {
    user_id: "ply_776192",
    session_id: "sess_abc12398",
    event_id: "a1b2c3d4-0000-0000-0000-0007",
    event_name: "deposit_success",
    timestamp,
    device_type: "mobile",
    platform: "android",
    brand_id: "brand_01",
    properties: { amount: 100, currency: "EUR", payment_method: "visa" },
  };
  const track = async (events: unknown, more = {}) => {
    const { url, taken } = await wyntaServer();
    return { taken, ...(await post(`${url}/v1/events/track`, { events }, { ...headers, ...more })) };
  };

  test("takes the document's example", async () => {
    const { status, json, taken } = await track([event]);
    expect([status, json(), taken]).toEqual([202, { accepted: 1, rejected: 0, errors: [] }, [event]]);
  });

  test.each<[string, object, string]>([
    ["no user", without(event, "user_id"), "MISSING_FIELD"],
    ["no time", without(event, "timestamp"), "MISSING_FIELD"],
    ["a name that is not in snake case", { ...event, event_name: "clicks:event" }, "INVALID_TYPE"],
    ["a time that is none", { ...event, timestamp: "today" }, "INVALID_TYPE"],
    ["another device", { ...event, device_type: "fridge" }, "INVALID_TYPE"],
    ["a further member", { ...event, kind: "event" }, "INVALID_TYPE"],
  ])("rejects alone an event with %s", async (_, wrong, code) => {
    const { status, json, taken } = await track([event, wrong]);
    expect([status, json()]).toMatchObject([202, { accepted: 1, rejected: 1, errors: [{ index: 1, code }] }]);
    expect(taken).toEqual([event]);
  });

  test.each<[number, string, unknown, object]>([
    [401, "no token", [event], { authorization: "" }],
    [401, "a wrong token", [event], { authorization: "Bearer x" }],
    [422, "no list", undefined, {}],
    [422, "an empty list", [], {}],
    [422, "a key that is no UUID v4", [event], { "x-idempotency-key": "1" }],
  ])("answers %i to %s", async (expected, _, events, more) => {
    expect((await track(events, more)).status).toBe(expected);
  });
});

describe("Antsomi's stand-in", () => {
  const event = { ec: "event", ea: "click", sid: 1, aid: "a", uid: "u" };
  const query = "portal_id=33167&prop_id=564990801&resp_type=json";
  const send = async (body: unknown, search = query, headers = json) => {
    const { url } = await antsomiServer();
    return (await post(`${url}/?${search}`, body, headers)).status;
  };

  test("takes what is required, and 404 is for another account", async () => {
    expect(await send(event)).toBe(200);
    expect(await send(event, query.replace("33167", "1"))).toBe(404);
    expect(await send(event, query.replace("json", "yaml"))).toBe(400);
  });

  test.each([
    ["application/json", 200],
    ["text/plain", 200],
    ["application/x-www-form-urlencoded", 415],
  ])("answers a body of the type %s with %i", async (type, status) => {
    expect(await send(event, query, { "content-type": type })).toBe(status);
  });

  test.each(["ec", "ea", "sid", "aid", "uid"])("refuses an event without %s", async (name) => {
    expect(await send(without(event, name))).toBe(400);
  });

  test.each([{ sid: "1" }, { sid: 1.5 }, { items: {} }, { context: [] }, { more: 1 }])(
    "refuses %j",
    async (wrong) => {
      expect(await send({ ...event, ...wrong })).toBe(400);
    },
  );
});

describe("PrimeData's stand-in", () => {
  const headers = { ...json, "x-client-id": CLIENT_ID, "x-client-access-token": TOKEN };
  const item = { itemId: "_", itemType: "_" };
  const event = {
    eventType: "users_login",
    sessionId: "s",
    properties: { user_id: "u", anonymous_id: null },
    scope: CLIENT_ID,
    timeStamp: "2021-10-15T18:49:00+07:00",
    source: item,
    target: item,
  };
  const send = async (body: object, more = {}) => {
    const { url } = await primedataServer();
    return (await post(`${url}/powehi/smile`, { events: [body] }, { ...headers, ...more })).status;
  };

  test("takes an event of a registered type, and wants both headers", async () => {
    expect(await send(event)).toBe(200);
    for (const name of ["x-client-id", "x-client-access-token"])
      expect(await send(event, { [name]: "" })).toBe(401);
  });

  test.each<object>([
    { eventType: "login" },
    { scope: "another" },
    { timeStamp: "yesterday" },
    { source: undefined },
    { target: {} },
    { sessionId: "" },
    { properties: { user_id: 5, anonymous_id: null } },
  ])("refuses %j", async (wrong) => {
    expect(await send({ ...event, ...wrong })).toBe(400);
  });
});

describe("Neuralens' stand-in", () => {
  const headers = {
    ...json,
    "x-neuralens-api-key": `Bearer ${TOKEN}`,
    "x-neuralens-application-id": "app-1",
  };
  /** The document's example. */
  const event = {
    uid: "3845",
    items: [{ id: "AV768" }],
    query: "solid wood chair",
    page: "SEARCH_RESULT_PAGE",
    event: "CLICK_PRODUCT",
    index: 3,
    geo: { lat: 31.34956697190882, long: 78.44615274878441, region: "MG Road" },
    timestamp: 1_715_644_800,
  };
  const send = async (body: unknown, more = {}) => {
    const { url } = await neuralensServer();
    return post(`${url}/analytics/event`, body, { ...headers, ...more });
  };

  test("takes the document's example, nobody's too, and several products of a purchase", async () => {
    const several = { event: "PURCHASE", items: [{ id: "1" }, { id: "2" }] };
    for (const body of [event, { ...event, uid: null }, { ...event, ...several }]) {
      expect((await send(body)).json()).toEqual({ status: "success", message: "" });
    }
  });

  test.each<object>([
    { items: [] },
    { items: [{ id: "1" }, { id: "2" }] },
    { items: [{ id: 1 }] },
    { page: "HOME" },
    { event: "LOGIN" },
    { index: -1 },
    { timestamp: 1_715_644_800_000 },
    { timestamp: 1.5 },
    { uid: undefined },
    { user: "1" },
  ])("answers 200 with failure to %j", async (wrong) => {
    const reply = await send({ ...event, ...wrong });
    expect([reply.status, reply.json()]).toMatchObject([200, { status: "failure" }]);
  });

  test("wants both headers", async () => {
    expect((await send(event, { "x-neuralens-api-key": TOKEN })).status).toBe(401);
    expect((await send(event, { "x-neuralens-application-id": "x" })).status).toBe(403);
  });
});
