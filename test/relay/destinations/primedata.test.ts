import { expect, test } from "vitest";
import { eventSchemas } from "../../../src/destinations/primedata-schemas.js";
import { metricOf, primedataServer } from "../support/backends.js";
import { batch, event } from "../support/batch.js";
import { runCli } from "../support/cli.js";
import { CLIENT_ID, relay, TOKEN } from "../support/relay.js";
import { sample } from "../support/samples.js";
import { eventually } from "../support/wait.js";

const of = (name: string) => metricOf(name, "primedata");

test("an event has its type in snake case, its times, where it came from and what it is about", async () => {
  const primedata = await primedataServer();
  const { post } = await relay(primedata.options());
  const one = sample("clicks:event", { timestamp: new Date().toISOString() });
  const sent_at = new Date().toISOString();
  await post(batch([one], { sent_at }));
  await eventually(() => expect(primedata.taken).toHaveLength(1));
  expect(primedata.taken).toEqual([
    {
      eventType: "clicks_event",
      sessionId: "2b1c",
      scope: CLIENT_ID,
      timeStamp: one.timestamp,
      sendAt: sent_at,
      properties: { ...one.data, user_id: "520535", anonymous_id: "77aa" },
      source: { itemId: "widget:recommended", itemType: "location" },
      target: { itemId: "e1", itemType: "event" },
    },
  ]);
  expect(primedata.exchanges[0]?.headers).toMatchObject({
    "x-client-id": CLIENT_ID,
    "x-client-access-token": TOKEN,
  });
});

test("a list stays one event without a target, and a login has neither", async () => {
  const primedata = await primedataServer();
  const { post } = await relay(primedata.options());
  const nothing = { itemId: "_", itemType: "_" };
  await post(batch([sample("impressions:events"), sample("users:login", { data: {} })]));
  await eventually(() => expect(primedata.taken).toHaveLength(2));
  expect(primedata.taken).toMatchObject([{ target: nothing }, { source: nothing, target: nothing }]);
});

test("of events in one request, only that of a type which is not registered is a dead letter", async () => {
  const primedata = await primedataServer(eventSchemas().filter(({ name }) => name !== "custom"));
  const { post, metric } = await relay(primedata.options());
  await post(batch([event(), sample("custom"), event(), event()]));
  await eventually(async () => expect(await metric(of("dead_letters"))).toBe(1));
  await eventually(() => expect(primedata.taken).toHaveLength(3));
  expect(await metric(of("sent_total"))).toBe(3);
});

test("tracktag schemas primedata prints a schema for each type", async () => {
  const { code, stdout, stderr } = await runCli(["schemas", "primedata"]);
  expect([code, stderr]).toEqual([0, ""]);
  const schemas = JSON.parse(stdout);
  expect(schemas).toEqual(JSON.parse(JSON.stringify(eventSchemas())));
  expect(schemas).toHaveLength(35);
  expect(schemas[1]).toEqual({
    name: "clicks_event",
    description: "tracktag: clicks:event",
    source: "location",
    target: "event",
    properties: {
      type: "object",
      properties: {
        event_id: { type: "string" },
        position: { type: ["integer", "string"] },
        page: { type: "string" },
        location: { type: "string" },
        channel: { type: "string" },
        brand: { type: "string" },
        user_id: { type: ["string", "null"] },
        anonymous_id: { type: ["string", "null"] },
      },
      required: ["event_id", "user_id", "anonymous_id"],
    },
  });
});

test("tracktag schemas of what there are none of is said in one line", async () => {
  expect(await runCli(["schemas", "wynta"])).toEqual({
    code: 2,
    stdout: "",
    stderr: "tracktag: there are no schemas of wynta, only of primedata, config\n",
  });
});
