import { expect, test } from "vitest";
import { batch, event, identify } from "./support/batch.js";
import { forwardingTo, relay, sportradarServer } from "./support/relay.js";
import { eventually } from "./support/wait.js";

const HOUR = 3_600_000;
/** The relay's clock and the test's are the same; what a request takes is far below this, ms. */
const NEAR = 20_000;

/** Posts an event that happened 2 s before `sent_at`, and returns the time that Sportradar was told. */
async function timeOf(sentAt: unknown, timestamp: string): Promise<string> {
  const sportradar = await sportradarServer();
  const { post } = await relay(forwardingTo(sportradar, { times: true }));
  await post(batch([event({ timestamp })], { sent_at: sentAt }));
  await eventually(() => expect(sportradar.accepted).toHaveLength(1));
  return sportradar.accepted[0]?.event.data?.timestamp as string;
}

const iso = (ms: number) => new Date(ms).toISOString();

test.each([
  ["an hour slow", -HOUR],
  ["a day fast", 24 * HOUR],
  ["61 s fast", 61_000],
])("the times of a visitor whose clock is %s are corrected", async (_, wrong) => {
  const now = Date.now();
  const told = await timeOf(iso(now + wrong), iso(now + wrong - 2000));
  expect(Math.abs(Date.parse(told) - (now - 2000))).toBeLessThan(NEAR);
});

test.each([
  ["30 s slow", -30_000],
  ["30 s fast", 30_000],
])("a clock that is %s is left alone", async (_, wrong) => {
  const given = iso(Date.now() + wrong - 2000);
  expect(await timeOf(iso(Date.now() + wrong), given)).toBe(given);
});

test.each([
  ["no time of sending", undefined],
  ["one that is a number", 5],
  ["one that is none", "soon"],
])("with %s nothing is corrected", async (_, sentAt) => {
  const given = iso(Date.now() - 24 * HOUR);
  expect(await timeOf(sentAt, given)).toBe(given);
});

test("a time with an offset is passed on in UTC", async () => {
  expect(await timeOf(iso(Date.now()), "2026-11-21T11:00:00.5+01:00")).toBe("2026-11-21T10:00:00.500Z");
});

test("every time of the batch is corrected, those of identify too", async () => {
  const { url, post } = await relay({ demo: true });
  const stream = await fetch(`${url}/demo/live`);
  const past = iso(Date.now() - 24 * HOUR);
  await post(
    batch([event({ timestamp: past })], { sent_at: past, identify: [identify({ timestamp: past })] }),
  );
  let text = "";
  for await (const chunk of stream.body as unknown as AsyncIterable<Uint8Array>) {
    text += Buffer.from(chunk);
    if (text.includes('"received"') && text.includes('"identify"')) break;
  }
  const times = [...text.matchAll(/"timestamp":"([^"]+)"/g)].map(
    ([, time = ""]) => Date.now() - Date.parse(time),
  );
  expect(times).toHaveLength(2);
  for (const age of times) expect(age).toBeLessThan(NEAR);
});
