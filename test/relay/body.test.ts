import { Agent } from "node:http";
import { expect, onTestFinished, test } from "vitest";
import { batch, event } from "./support/batch.js";
import { request } from "./support/http.js";
import { relay } from "./support/relay.js";

const LIMIT = 61_440;

/** A batch of exactly so many bytes. */
function sized(bytes: number): string {
  const padded = (pad: string) => JSON.stringify(batch([event({ data: { pad } })]));
  return padded("x".repeat(bytes - padded("").length));
}

const headers = { "content-type": "text/plain" };

test("a body of 61,440 bytes is taken, one of a byte more is not", async () => {
  const { post } = await relay();
  expect((await post(sized(LIMIT))).status).toBe(202);
  const reply = await post(sized(LIMIT + 1));
  expect(reply.status).toBe(413);
  expect(reply.json()).toEqual({ error: expect.stringContaining("61440"), status: 413 });
});

test("bytes are counted, not characters", async () => {
  const { post } = await relay();
  const text = JSON.stringify(batch([event({ data: { pad: "€".repeat(30_000) } })]));
  expect(text.length).toBeLessThan(LIMIT);
  expect((await post(text)).status).toBe(413);
});

test.each([
  [LIMIT, 202],
  [LIMIT + 1, 413],
  [5_000_000, 413],
])("a chunked body of %i bytes is answered with %i", async (bytes, status) => {
  const { url } = await relay();
  const chunked = { ...headers, "transfer-encoding": "chunked" };
  const reply = await request(`${url}/t`, { method: "POST", headers: chunked, body: sized(bytes) });
  expect(reply.status).toBe(status);
});

test.each([
  ["of a known length", {}],
  ["that is chunked", { "transfer-encoding": "chunked" }],
])("the connection of a too long body %s serves all further requests", async (_, encoding) => {
  const { url } = await relay();
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  onTestFinished(() => agent.destroy());
  const sockets = new Set<unknown>();
  agent.on("free", (socket) => sockets.add(socket));
  const send = async (body: string, more = {}) =>
    (await request(`${url}/t`, { method: "POST", headers: { ...headers, ...more }, body, agent })).status;
  expect(await send(sized(300_000), encoding)).toBe(413);
  // The fault that this guards against, an adapter's clean-up, closed the connection half a second later.
  const end = Date.now() + 1000;
  while (Date.now() < end) expect(await send(sized(500))).toBe(202);
  expect(sockets.size).toBe(1);
});
