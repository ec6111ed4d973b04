import { join } from "node:path";
import Database from "better-sqlite3";
import { expect, test } from "vitest";
import { openDatabase } from "../../src/relay/store/database.js";
import { event } from "./support/batch.js";
import { runCli } from "./support/cli.js";
import { forwardingTo, relay, sportradarServer, temporaryFolder } from "./support/relay.js";
import { eventually } from "./support/wait.js";

/** A store as the first version left it. */
function oldStore(): string {
  const folder = temporaryFolder();
  const db = openDatabase(folder, { create: true });
  db.exec(
    `DROP TABLE progress; ALTER TABLE retries DROP COLUMN done; ALTER TABLE dead_letters DROP COLUMN done`,
  );
  db.pragma("user_version = 1");
  const record = JSON.stringify({ ...event(), kind: "event" });
  db.prepare(
    "INSERT INTO retries (destination, run, due, attempts, tried, arrived, record) VALUES (?,?,?,?,?,?,?)",
  ).run(...["sportradar", "user:520535", 0, 1, 1, 1, record]);
  db.prepare("INSERT INTO dead_letters (destination, died, arrived, reason, record) VALUES (?,?,?,?,?)").run(
    ...["sportradar", 1, 1, "422", record],
  );
  db.close();
  return folder;
}

test("a store of an older version is taken over with all that waits in it", async () => {
  const dataDir = oldStore();
  const sportradar = await sportradarServer();
  await relay({ ...forwardingTo(sportradar), dataDir });
  await eventually(() => expect(sportradar.accepted).toHaveLength(1));
  await runCli(["relay", "dead-letters", "replay", "--all", "--data-dir", dataDir]);
  await eventually(() => expect(sportradar.accepted).toHaveLength(2));
});

test("a store of a newer version is refused in one line", async () => {
  const folder = temporaryFolder();
  openDatabase(folder, { create: true }).close();
  const file = join(folder, "tracktag.db");
  const db = new Database(file);
  db.pragma("user_version = 99");
  db.close();
  const { code, stderr } = await runCli(["relay", "--port", "0", "--data-dir", folder]);
  expect([code, stderr]).toEqual([1, `tracktag: ${file}: was written by a newer version of tracktag\n`]);
});
