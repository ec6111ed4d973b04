import { join } from "node:path";
import Database from "better-sqlite3";
import { describe, expect, test } from "vitest";
import { metricOf } from "./support/backends.js";
import { batch, numbered } from "./support/batch.js";
import { forwardingTo, relay, sportradarServer, temporaryFolder } from "./support/relay.js";
import { eventually } from "./support/wait.js";

const QUEUED = metricOf("queued", "sportradar");

/** A batch as text: half a character survives only as an escape. */
const body = (...args: Parameters<typeof batch>) => JSON.stringify(batch(...args));

/** Names of the numbered events, in the order of arrival. */
const names = ({ accepted }: Awaited<ReturnType<typeof sportradarServer>>) =>
  accepted.map(({ event }) => event.data?.event_id);

describe("an id that ends in half a character", () => {
  test.each<[string, Record<string, unknown>, Record<string, unknown>]>([
    ["user", { user_id: "u\ud800" }, {}],
    ["visitor", { user_id: null }, { anonymous_id: "v\udc00" }],
    ["session", { user_id: null }, { anonymous_id: undefined, session_id: "s\ud83d" }],
  ])("of a %s: what has failed once is delivered, in order", async (_, of, visit) => {
    const sportradar = await sportradarServer();
    sportradar.script({ fault: { status: 503 } });
    const { post, metric } = await relay(forwardingTo(sportradar, { firstRetry: 20 }));
    await post(body([numbered("1", of), numbered("2", of)], visit));
    await eventually(() => expect(names(sportradar)).toEqual(["1", "2"]));
    await eventually(async () => expect(await metric(QUEUED)).toBe(0));
  });

  test("of one user holds back no other's", async () => {
    const sportradar = await sportradarServer();
    sportradar.script({ fault: { status: 503 }, when: ({ data }) => data?.event_id === "1" });
    const { post } = await relay(forwardingTo(sportradar, { firstRetry: 60_000 }));
    await post(body([numbered("1", { user_id: "u\ud800" })]));
    await eventually(() => expect(sportradar.refused).toHaveLength(1));
    await post(body([numbered("2", { user_id: "u\ud801" }), numbered("3", { user_id: "u\ufffd" })]));
    await eventually(() => expect(names(sportradar).sort()).toEqual(["2", "3"]));
  });
});

/** A store in which events of so many such users wait to be tried again, as an older version wrote them. */
async function oldStore(count: number): Promise<string> {
  const dataDir = temporaryFolder();
  await (await relay({ dataDir })).close();
  const db = new Database(join(dataDir, "tracktag.db"));
  db.pragma("user_version = 2");
  const insert = db.prepare(
    `INSERT INTO retries (destination, run, due, attempts, tried, arrived, record)
     VALUES ('sportradar', CAST(? AS TEXT), 1, 1, 1, 1, ?)`,
  );
  for (let n = 0; n < count; n++) {
    const user_id = `u${String.fromCharCode(0xd800 + n)}`;
    const record = { ...numbered(`old ${n}`, { user_id }), kind: "event" };
    insert.run(
      Buffer.concat([Buffer.from("user:u"), Buffer.from([0xed, 0xa0, 0x80 + n])]),
      JSON.stringify(record),
    );
  }
  db.close();
  return dataDir;
}

test("what an older version has left of them is delivered, and starves nobody", async () => {
  const sportradar = await sportradarServer();
  const dataDir = await oldStore(50);
  const { post, metric } = await relay({ ...forwardingTo(sportradar, { firstRetry: 20 }), dataDir });
  sportradar.script({ fault: { status: 503 }, when: ({ data }) => data?.event_id === "new" });
  await post(batch([numbered("new", { user_id: "honest" })]));
  await eventually(() => expect(names(sportradar)).toHaveLength(51));
  await eventually(async () => expect(await metric(QUEUED)).toBe(0));
});
