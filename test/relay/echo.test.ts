import { expect, test } from "vitest";
import { openDatabase } from "../../src/relay/store/database.js";
import { listDeadLetters } from "../../src/relay/store/dead-letters.js";
import { metricOf, wyntaServer } from "./support/backends.js";
import { batch, event } from "./support/batch.js";
import { relay } from "./support/relay.js";
import { eventually } from "./support/wait.js";

/** With what JSON and URLs write otherwise. */
const SECRET = 'se"cret+/\\of-the-tests';

test.each<[string, unknown, string]>([
  ["a header of ours", { headers: { authorization: `Bearer ${SECRET}` } }, "Bearer [secret]"],
  ["a URL of ours", `https://a.example/?token=${encodeURIComponent(SECRET)}`, "token=[secret]"],
])("a refusal that repeats %s is kept without the secret", async (_, body, kept) => {
  const wynta = await wyntaServer(SECRET);
  wynta.script({ fault: { status: 400, body } });
  const { post, metric, dataDir } = await relay(wynta.options({ token: SECRET }));
  await post(batch([event()]));
  await eventually(async () => expect(await metric(metricOf("dead_letters", "wynta"))).toBe(1));
  const db = openDatabase(dataDir);
  const [{ reason } = { reason: "" }] = listDeadLetters(db);
  db.close();
  expect(reason).toContain(kept);
  expect(reason).not.toContain("of-the-tests");
});

test("so is what a refusal says of one event, and what the live stream shows", async () => {
  const wynta = await wyntaServer(SECRET);
  const errors = [{ index: 0, code: "BAD", message: `not with ${SECRET}` }];
  wynta.script({ fault: { status: 202, body: { accepted: 0, rejected: 1, errors } } });
  const { url, post } = await relay({ ...wynta.options({ token: SECRET }), demo: true });
  const stream = await fetch(`${url}/demo/live`);
  await post(batch([event()]));
  let text = "";
  for await (const chunk of stream.body as unknown as AsyncIterable<Uint8Array>) {
    text += Buffer.from(chunk);
    if (text.includes('"refused"')) break;
  }
  expect(text).toContain("not with [secret]");
  expect(text).not.toContain("of-the-tests");
});
