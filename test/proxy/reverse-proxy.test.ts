import { beforeAll, describe, expect, test } from "vitest";
import { sportradar } from "../../src/destinations/sportradar.js";
import type { Reply, Sent } from "../relay/support/http.js";
import { CLIENT_ID, TOKEN } from "../relay/support/relay.js";
import { sample } from "../relay/support/samples.js";
import { ensure } from "./support/programs.js";
import { PROXIES } from "./support/proxies.js";
import { stack } from "./support/stack.js";

const ORIGIN = "https://www.operator.example";
const VISITOR = "Mozilla/5.0 (of a visitor)";

/** The longest body that is passed on, in bytes: as the relay has it. */
const LONGEST = 61_440;

/** The body that the Sportradar destination makes of an event: without credentials it is the same. */
const body = (given = {}): string => {
  const event = { ...sample("clicks:event", given), kind: "event" as const };
  const config = { url: "https://a.example/sr", token: "", clientId: "" };
  return sportradar.requests([event], config).requests[0]?.body ?? "";
};

/** What a browser sends with a request of a page of the site. */
const HEADERS = {
  "content-type": "application/json",
  origin: ORIGIN,
  "user-agent": VISITOR,
  cookie: "session=of-the-site",
  referer: `${ORIGIN}/account`,
  authorization: "Basic of-the-site",
  "accept-language": "el",
  "sec-fetch-site": "same-origin",
  "x-forwarded-for": "203.0.113.7",
  "x-vaix-client-id": "of-the-visitor",
  // Servers that make variables of headers take these for one.
  x_vaix_client_id: "of-the-visitor",
  via: "1.1 of-the-visitor",
  forwarded: "for=203.0.113.7",
  "x-requested-with": "of-the-visitor",
};

/** The stack, and a browser's request to it with what the test says otherwise. */
async function started(...given: Parameters<typeof stack>) {
  const running = await stack(...given);
  const send = ({ headers, ...sent }: Sent = {}): Promise<Reply> =>
    running.ask({ method: "POST", body: body(), ...sent, headers: { ...HEADERS, ...headers } });
  return { ...running, send };
}

beforeAll(() => ensure([...PROXIES, "openssl"]), 600_000);

describe.each(PROXIES)("%s", (name) => {
  test.each(["text/plain;charset=UTF-8", "application/json"])(
    "passes on what a page posts as %s, with the credentials and nothing of the visitor's but origin and device",
    async (type) => {
      const { backend, send } = await started(name);
      expect((await send({ headers: { "content-type": type } })).status).toBe(204);
      expect(backend.accepted).toMatchObject([{ event: JSON.parse(body()) }]);
      const { connection: _, "accept-encoding": __, ...headers } = backend.accepted[0]?.headers ?? {};
      expect(headers).toEqual({
        host: "api.vaix.ai",
        authorization: `Bearer ${TOKEN}`,
        "x-vaix-client-id": CLIENT_ID,
        "x-vaix-authentication-method": "vaix",
        "content-type": "application/json",
        "content-length": String(body().length),
        origin: ORIGIN,
        "user-agent": VISITOR,
      });
    },
  );

  test("lets nothing but POST through", async () => {
    const { backend, send } = await started(name);
    for (const method of ["GET", "PUT", "DELETE", "OPTIONS"]) {
      const { status, headers } = await send({ method });
      expect([method, status, headers.allow]).toEqual([method, 405, "POST"]);
    }
    expect([backend.accepted, backend.refused]).toEqual([[], []]);
  });

  test("refuses what a page of another site posts", async () => {
    const { backend, send } = await started(name);
    expect((await send({ headers: { "sec-fetch-site": "cross-site" } })).status).toBe(403);
    expect([backend.accepted, backend.refused]).toEqual([[], []]);
  });

  test.each<[string, Record<string, string>]>([
    ["a length", {}],
    ["no length", { "transfer-encoding": "chunked" }],
  ])("passes on a body of 60 KiB and refuses a longer one with 413, sent with %s", async (_, headers) => {
    const { backend, send } = await started(name);
    const padded = (length: number) => {
      const pad = "x".repeat(length - body({ data: { ...sample("clicks:event").data, pad: "" } }).length);
      return body({ data: { ...sample("clicks:event").data, pad } });
    };
    expect((await send({ headers, body: padded(LONGEST) })).status).toBe(204);
    expect((await send({ headers, body: padded(LONGEST + 1) })).status).toBe(413);
    // Caddy passes on what it has before it knows how much there is, then cuts the connection: never all of it.
    expect(backend.accepted).toHaveLength(1);
  });

  test("hands on the backend's answer", async () => {
    const { backend, send } = await started(name);
    backend.script({ fault: { status: 425, headers: { "retry-after": "7", "set-cookie": "a=b" } } });
    const { status, headers } = await send();
    expect([status, headers["retry-after"], headers["set-cookie"]]).toEqual([425, "7", undefined]);
  });

  test("asks the backend once, also on a connection that the backend has cut", async () => {
    const { backend, send } = await started(name);
    expect((await send()).status).toBe(204);
    backend.script({ fault: "reset", times: 9 });
    expect((await send()).status).toBe(502);
    expect([backend.accepted.length, backend.refused.length]).toEqual([1, 1]);
  });

  test.each<[string, object]>([
    ["whose certificate nobody vouches for", { trusted: false }],
    ["with the certificate of another name", { name: "another.example" }],
  ])("sends no token to a backend %s", async (_, tls) => {
    const { backend, send } = await started(name, tls);
    expect((await send()).status).toBe(502);
    expect([backend.accepted, backend.refused]).toEqual([[], []]);
  });
});
