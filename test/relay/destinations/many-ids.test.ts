import { expect, test } from "vitest";
import { metricOf, neuralensServer } from "../support/backends.js";
import { batch, event } from "../support/batch.js";
import { relay } from "../support/relay.js";
import { eventually } from "../support/wait.js";

const of = (name: string) => metricOf(name, "neuralens");

/** An event that Neuralens wants as so many requests. */
function seen(count: number, user_id: string) {
  const events = Array.from({ length: count }, (_, id) => ({ id }));
  return event({ event_type: "impressions:events", user_id, data: { events } });
}

test("events with very many ids leave room for others, and nothing of them is lost or sent twice", async () => {
  const { taken, options } = await neuralensServer();
  const { post, metric } = await relay(options({ concurrency: 4 }));
  const busy = ["a", "b", "c", "d"];
  for (const user of busy) await post(batch([seen(400, user)]));
  const before = taken.length;
  await post(batch([event({ user_id: "other" })]));
  const users = () => taken.map(({ uid }) => uid);
  await eventually(() => expect(users()).toContain("other"));
  expect(users().indexOf("other") - before).toBeLessThan(400);
  await eventually(async () => expect(await metric(of("queued"))).toBe(0));
  for (const user of busy) {
    const own = taken.filter(({ uid }) => uid === user).map(({ items }) => items[0]?.id);
    expect(own).toEqual(Array.from({ length: 400 }, (_, id) => String(id)));
  }
});

test("one with more refused ids than are sent in one go becomes one dead letter, and each id is asked once", async () => {
  const { exchanges, script, options } = await neuralensServer();
  script({ fault: { status: 200, body: { status: "failure", message: "unknown" } }, times: 120 });
  const { post, metric } = await relay(options());
  await post(batch([seen(130, "a")]));
  await eventually(async () => expect(await metric(of("dead_letters"))).toBe(1));
  const asked = exchanges.map(({ body }) => (body as { items: { id: string }[] }).items[0]?.id);
  expect(asked).toEqual(Array.from({ length: 130 }, (_, id) => String(id)));
  expect(await metric(of("queued"))).toBe(0);
});
