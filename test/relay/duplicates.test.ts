import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { batch, event, identify, numbered } from "./support/batch.js";
import { forwardingTo, relay, sportradarServer } from "./support/relay.js";
import { eventually } from "./support/wait.js";

/** The marker is the last event of the same user: what is to come before it has come. */
async function forwarded(server: Awaited<ReturnType<typeof sportradarServer>>): Promise<unknown[]> {
  await eventually(() => expect(server.accepted.at(-1)?.event.data?.event_id).toBe("marker"));
  return server.accepted.map(({ event }) => event.data?.event_id);
}

test("an id that comes twice in a batch is accepted twice and forwarded once, the first", async () => {
  const sportradar = await sportradarServer();
  const { post, metric } = await relay(forwardingTo(sportradar));
  const id = randomUUID();
  const reply = await post(
    batch([numbered("first", { id }), numbered("second", { id }), numbered("marker")]),
  );
  expect(reply.json()).toEqual({ accepted: 3, rejected: 0, errors: [] });
  expect(await forwarded(sportradar)).toEqual(["first", "marker"]);
  expect(await metric("tracktag_duplicates_total")).toBe(1);
});

test("an id that comes again in another batch, or in upper case, is forwarded once", async () => {
  const sportradar = await sportradarServer();
  const { post } = await relay(forwardingTo(sportradar));
  const id = randomUUID();
  await post(batch([numbered("first", { id })]));
  expect((await post(batch([numbered("again", { id })]))).json()).toMatchObject({ accepted: 1 });
  await post(batch([numbered("loud", { id: id.toUpperCase() }), numbered("marker")]));
  expect(await forwarded(sportradar)).toEqual(["first", "marker"]);
});

test("an id is known after a restart", async () => {
  const sportradar = await sportradarServer();
  const before = await relay(forwardingTo(sportradar));
  const repeated = numbered("first");
  await before.post(batch([repeated]));
  await before.close();
  const after = await relay({ ...forwardingTo(sportradar), dataDir: before.dataDir });
  await after.post(batch([repeated, numbered("marker")]));
  expect(await forwarded(sportradar)).toEqual(["first", "marker"]);
  expect(await after.metric("tracktag_duplicates_total")).toBe(1);
});

test("requests with one id that arrive together keep it once", async () => {
  const sportradar = await sportradarServer();
  const { post, metric } = await relay(forwardingTo(sportradar));
  const id = randomUUID();
  const replies = await Promise.all(
    Array.from({ length: 50 }, (_, index) => post(batch([numbered(`copy ${index}`, { id })]))),
  );
  expect(replies.map(({ status }) => status)).toEqual(replies.map(() => 202));
  await post(batch([numbered("marker")]));
  expect(await forwarded(sportradar)).toHaveLength(2);
  expect(await metric("tracktag_duplicates_total")).toBe(49);
});

test("an id that was rejected is not remembered", async () => {
  const { post, metric } = await relay();
  const repeated = event();
  await post(batch([{ ...repeated, event_type: "nothing" }]));
  await post(batch([repeated]));
  expect(await metric("tracktag_duplicates_total")).toBe(0);
});

test("identify records are deduplicated, too", async () => {
  const { post, metric } = await relay();
  const record = identify();
  await post(batch([], { identify: [record, record] }));
  expect(await metric("tracktag_duplicates_total")).toBe(1);
});
