import { describe, expect, test } from "vitest";
import { batch, event, identify } from "./support/batch.js";
import { post, request } from "./support/http.js";
import { relay } from "./support/relay.js";

describe("202", () => {
  test("is the answer to a batch, with counts", async () => {
    const { post } = await relay();
    const reply = await post(batch([event(), event()], { identify: [identify()] }));
    expect(reply.status).toBe(202);
    expect(reply.headers["content-type"]).toBe("application/json");
    expect(reply.json()).toEqual({ accepted: 3, rejected: 0, errors: [] });
  });

  test.each([
    "text/plain",
    "text/plain;charset=UTF-8",
    "application/json",
    "Application/JSON; charset=utf-8",
  ])("is the answer to %s", async (type) => {
    const { post } = await relay();
    expect((await post(batch([event()]), { "content-type": type })).status).toBe(202);
  });

  test("is the answer to an empty list of events where there is identify", async () => {
    const { post } = await relay();
    expect((await post(batch([], { identify: [identify()] }))).json()).toMatchObject({ accepted: 1 });
  });

  test("is the answer where the optional members are left out or of a wrong type", async () => {
    const { post } = await relay();
    const bare = await post({ v: 1, events: [event()] });
    const wrong = {
      sent_at: 5,
      session_id: {},
      anonymous_id: [],
      device_type: null,
      platform: 1,
      viewability: false,
    };
    const odd = await post({ v: 1, events: [event()], ...wrong, identify: "nobody" });
    expect([bare.json(), odd.json()]).toEqual([
      { accepted: 1, rejected: 0, errors: [] },
      { accepted: 1, rejected: 0, errors: [] },
    ]);
  });

  test("is the answer on another collect path, if one is configured, and not on the usual one", async () => {
    const { url, post: collect } = await relay({ path: "/collector/in" });
    expect((await collect(batch([event()]))).status).toBe(202);
    expect((await post(`${url}/t`, batch([event()]))).status).toBe(404);
  });
});

describe("400", () => {
  test.each<[string, string | Uint8Array, RegExp]>([
    ["what is not UTF-8", new Uint8Array([0x22, 0xff, 0x22]), /UTF-8/],
    ["what is not JSON", "{", /JSON/],
    ["an empty body", "", /JSON/],
    ["a list", "[]", /object/],
    ["null", "null", /object/],
    ["another version", JSON.stringify(batch([event()], { v: 2 })), /"v"/],
    ["a version that is a text", JSON.stringify(batch([event()], { v: "1" })), /"v"/],
    ["no events", JSON.stringify({ v: 1 }), /"events"/],
    ["events that are no list", JSON.stringify(batch({})), /"events"/],
    ["no event and no identify", JSON.stringify(batch([])), /"events"/],
    ["no event and an identify of a wrong type", JSON.stringify(batch([], { identify: {} })), /"events"/],
  ])("is the answer to %s", async (_, body, about) => {
    const { post } = await relay();
    const reply = await post(body);
    expect(reply.status).toBe(400);
    expect(reply.json()).toEqual({ error: expect.stringMatching(about), status: 400 });
  });

  test("does not quote the body", async () => {
    const { post } = await relay();
    expect((await post('{"password": hunter2')).text).not.toContain("hunter2");
  });
});

describe("405", () => {
  test.each(["GET", "HEAD", "PUT", "DELETE", "PATCH"])(
    "is the answer to %s on the collect path",
    async (method) => {
      const { url } = await relay();
      const reply = await request(`${url}/t`, { method });
      expect([reply.status, reply.headers.allow]).toEqual([405, "POST, OPTIONS"]);
      if (method !== "HEAD") expect(reply.json()).toEqual({ error: expect.any(String), status: 405 });
    },
  );

  test.each(["/healthz", "/metrics", "/tracktag.js"])("is the answer to a POST to %s", async (path) => {
    const { url } = await relay();
    const reply = await post(`${url}${path}`, "{}");
    expect([reply.status, reply.headers.allow]).toEqual([405, "GET, HEAD"]);
  });
});

describe("415", () => {
  test.each(["application/x-www-form-urlencoded", "multipart/form-data", "text/html", "text/plainer", ""])(
    "is the answer to the type %j",
    async (type) => {
      const { post } = await relay();
      const reply = await post(batch([event()]), { "content-type": type });
      expect(reply.status).toBe(415);
      expect(reply.json()).toEqual({ error: expect.stringContaining("Content-Type"), status: 415 });
    },
  );

  test("is the answer where there is no type", async () => {
    const { url } = await relay();
    const reply = await request(`${url}/t`, { method: "POST", body: JSON.stringify(batch([event()])) });
    expect(reply.status).toBe(415);
  });

  test("is the answer to a compressed body", async () => {
    const { post } = await relay();
    expect((await post(batch([event()]), { "content-encoding": "gzip" })).status).toBe(415);
  });
});

test("404 is the answer where there is nothing", async () => {
  const { url } = await relay();
  const reply = await request(`${url}/nothing`);
  expect([reply.status, reply.json()]).toEqual([404, { error: expect.any(String), status: 404 }]);
});

test("400 is the answer to a request whose Host cannot be read", async () => {
  const { url } = await relay();
  const reply = await request(`${url}/t`, { method: "POST", headers: { host: "a b" }, body: "{}" });
  expect([reply.status, reply.json()]).toEqual([400, { error: expect.any(String), status: 400 }]);
});
