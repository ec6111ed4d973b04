import { describe, expect, test } from "vitest";
import { batch, event } from "./support/batch.js";
import { relayProcess } from "./support/cli.js";
import { request, post as send } from "./support/http.js";
import { relay, temporaryFolder } from "./support/relay.js";
import { eventually } from "./support/wait.js";

const LISTED = "https://www.operator.example";
const STRANGER = "https://elsewhere.example";

const withCors = (origin: string) => ({
  "access-control-allow-origin": origin,
  "access-control-expose-headers": "Retry-After",
  vary: expect.stringContaining("Origin"),
});

describe("a POST", () => {
  test("without an origin is taken", async () => {
    const { post } = await relay();
    const reply = await post(batch([event()]));
    expect(reply.status).toBe(202);
    expect(reply.headers).not.toHaveProperty("access-control-allow-origin");
  });

  test.each([
    STRANGER,
    "null",
    "https://www.operator.example:8443",
    "http://www.operator.example",
    "nonsense",
    "",
  ])("from %j is refused", async (origin) => {
    const { post } = await relay({ origins: [LISTED] });
    const reply = await post(batch([event()]), { origin });
    expect(reply.status).toBe(403);
    expect(reply.json()).toEqual({ error: expect.any(String), status: 403 });
    expect(reply.headers).not.toHaveProperty("access-control-allow-origin");
  });

  test.each([LISTED, "null"])("from the listed %s is taken", async (origin) => {
    const { post } = await relay({ origins: [LISTED, "null"] });
    const reply = await post(batch([event()]), { origin });
    expect(reply.status).toBe(202);
    expect(reply.headers).toMatchObject(withCors(origin));
  });

  test.each([
    ["https://shop.example", "shop.example"],
    ["https://shop.example", "SHOP.example:443"],
    ["http://shop.example", "shop.example:80"],
    ["http://shop.example:8080", "shop.example:8080"],
  ])("from %s to the host %s is of the same origin", async (origin, host) => {
    const { post } = await relay();
    const reply = await post(batch([event()]), { origin, host });
    expect([reply.status, reply.headers]).toEqual([202, expect.objectContaining(withCors(origin))]);
  });

  test.each([
    ["https://shop.example", "shop.example:80"],
    ["https://shop.example", "shop.example:8443"],
    ["https://shop.example", "other.shop.example"],
  ])("from %s to the host %s is not", async (origin, host) => {
    const { post } = await relay();
    expect((await post(batch([event()]), { origin, host })).status).toBe(403);
  });
});

describe("behind a proxy", () => {
  const origin = "https://shop.example";
  const forwarded = { origin, host: "relay.internal", "x-forwarded-host": "shop.example" };

  test("that is trusted, the host is the forwarded one", async () => {
    const { post } = await relay({ trustProxy: true });
    expect((await post(batch([event()]), forwarded)).status).toBe(202);
  });

  test("that is trusted, what the client wrote before it is not believed", async () => {
    const { post } = await relay({ trustProxy: true });
    const forged = { ...forwarded, "x-forwarded-host": "shop.example, relay.example" };
    expect((await post(batch([event()]), forged)).status).toBe(403);
  });

  test("that nobody has said to trust, it is not", async () => {
    const { post } = await relay();
    expect((await post(batch([event()]), forwarded)).status).toBe(403);
  });
});

describe("every answer to an allowed origin can be read by its page", () => {
  const headers = { origin: LISTED };
  const text = { ...headers, "content-type": "text/plain" };

  test.each<[number, string, string, Record<string, string>, string]>([
    [202, "POST", "/t", text, JSON.stringify(batch([event()]))],
    [400, "POST", "/t", text, "{"],
    [405, "PUT", "/t", text, ""],
    [413, "POST", "/t", text, "x".repeat(61_441)],
    [415, "POST", "/t", headers, "x"],
    [404, "GET", "/nothing", headers, ""],
    [200, "GET", "/healthz", headers, ""],
  ])("%i", async (status, method, path, headers, body) => {
    const { url } = await relay({ origins: [LISTED] });
    const reply = await request(`${url}${path}`, { method, headers, body });
    expect(reply.status).toBe(status);
    expect(reply.headers).toMatchObject(withCors(LISTED));
  });

  test("429", async () => {
    const { url } = await relay({ origins: [LISTED], rateLimit: 1 });
    const both = await Promise.all([1, 2].map(() => send(`${url}/t`, batch([event()]), headers)));
    const limited = both.find(({ status }) => status === 429);
    expect(limited?.headers).toMatchObject({ ...withCors(LISTED), "retry-after": "1" });
  });
});

describe("OPTIONS", () => {
  test("from an allowed origin is 204", async () => {
    const { url } = await relay({ origins: [LISTED] });
    const asked = {
      origin: LISTED,
      "access-control-request-method": "POST",
      "access-control-request-headers": "content-type",
    };
    const reply = await request(`${url}/t`, { method: "OPTIONS", headers: asked });
    expect([reply.status, reply.text]).toEqual([204, ""]);
    expect(reply.headers).toMatchObject({
      ...withCors(LISTED),
      "access-control-allow-methods": "POST",
      "access-control-allow-headers": "Content-Type",
    });
  });

  test("from any other is 403", async () => {
    const { url } = await relay({ origins: [LISTED] });
    const reply = await request(`${url}/t`, { method: "OPTIONS", headers: { origin: STRANGER } });
    expect(reply.status).toBe(403);
    expect(reply.headers).not.toHaveProperty("access-control-allow-origin");
  });
});

test("a refused origin is logged once, with what it was compared with and what to do", async () => {
  const { url, stderr } = await relayProcess(["--data-dir", temporaryFolder()]);
  for (const origin of [STRANGER, STRANGER, LISTED]) await send(`${url}/t`, batch([event()]), { origin });
  const lines = () =>
    stderr()
      .split("\n")
      .filter((line) => line.includes("are refused"))
      .map((line) => JSON.parse(line));
  await eventually(() => expect(lines()).toHaveLength(2));
  const { host } = new URL(url);
  const hint = "list it in origins, or have the proxy before the relay pass on Host";
  expect(lines()).toMatchObject([STRANGER, LISTED].map((origin) => ({ level: 40, origin, host, hint })));
});
