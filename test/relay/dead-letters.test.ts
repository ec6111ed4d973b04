import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import Database from "better-sqlite3";
import { describe, expect, test } from "vitest";
import { batch, numbered } from "./support/batch.js";
import { runCli } from "./support/cli.js";
import { forwardingTo, relay, sportradarServer, temporaryFolder } from "./support/relay.js";
import { eventually } from "./support/wait.js";

const DEAD = 'tracktag_dead_letters{destination="sportradar"}';

/** A relay with so many dead letters, of a backend that has been mended since. */
async function withDeadLetters(count: number) {
  const sportradar = await sportradarServer();
  const running = await relay(forwardingTo(sportradar));
  sportradar.script({ fault: { status: 422 }, times: count });
  const events = Array.from({ length: count }, (_, n) => numbered(`bad ${n + 1}`));
  await running.post(batch(events));
  await eventually(async () => expect(await running.metric(DEAD)).toBe(count));
  const deadLetters = (...args: string[]) =>
    runCli(["relay", "dead-letters", ...args, "--data-dir", running.dataDir]);
  return { ...running, sportradar, events, deadLetters };
}

const names = (accepted: { event: { data?: Record<string, unknown> } }[]) =>
  accepted.map(({ event }) => event.data?.event_id).sort();

describe("while the relay runs", () => {
  test("list has a line for each: number, time, destination, type, id, reason", async () => {
    const { deadLetters, events } = await withDeadLetters(2);
    const { code, stdout, stderr } = await deadLetters("list");
    expect([code, stderr]).toEqual([0, ""]);
    const lines = stdout
      .trim()
      .split("\n")
      .map((line) => line.split("\t"));
    expect(lines).toEqual(
      events.map(({ id }, n) => [
        String(n + 1),
        expect.stringMatching(/^\d{4}-.*Z$/),
        "sportradar",
        "clicks:event",
        id,
        expect.stringContaining("422"),
      ]),
    );
  });

  test("show has all of it as JSON", async () => {
    const { deadLetters, events } = await withDeadLetters(1);
    const { code, stdout } = await deadLetters("show", "1");
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      id: 1,
      destination: "sportradar",
      reason: expect.stringContaining("as scripted"),
      record: { kind: "event", session_id: "2b1c", ...events[0] },
    });
  });

  test("replay of some sends these again, and they are gone", async () => {
    const { deadLetters, sportradar, metric } = await withDeadLetters(3);
    const { code, stdout } = await deadLetters("replay", "1", "3");
    expect([code, stdout]).toEqual([0, "2 to be sent again\n"]);
    await eventually(() => expect(names(sportradar.accepted)).toEqual(["bad 1", "bad 3"]));
    expect(await metric(DEAD)).toBe(1);
    expect((await deadLetters("list")).stdout).toMatch(/^2\t/);
    await eventually(async () => expect(await metric('tracktag_queued{destination="sportradar"}')).toBe(0));
  });

  test("replay of all sends all", async () => {
    const { deadLetters, sportradar } = await withDeadLetters(3);
    expect((await deadLetters("replay", "--all")).stdout).toBe("3 to be sent again\n");
    await eventually(() => expect(names(sportradar.accepted)).toEqual(["bad 1", "bad 2", "bad 3"]));
    expect((await deadLetters("list")).stdout).toBe("");
  });

  test("list and replay take those of one destination", async () => {
    const { deadLetters, sportradar } = await withDeadLetters(2);
    const others = ["--destination", "wynta"];
    expect((await deadLetters("list", ...others)).stdout).toBe("");
    expect((await deadLetters("replay", "--all", ...others)).stdout).toBe("0 to be sent again\n");
    const own = ["--destination", "sportradar"];
    expect((await deadLetters("list", ...own)).stdout.trim().split("\n")).toHaveLength(2);
    expect((await deadLetters("replay", "--all", ...own)).stdout).toBe("2 to be sent again\n");
    await eventually(() => expect(names(sportradar.accepted)).toEqual(["bad 1", "bad 2"]));
  });

  test("what is refused again is a dead letter again", async () => {
    const { deadLetters, sportradar, metric } = await withDeadLetters(1);
    sportradar.script({ fault: { status: 422 } });
    await deadLetters("replay", "1");
    await eventually(() => expect(sportradar.refused).toHaveLength(2));
    await eventually(async () => expect(await metric(DEAD)).toBe(1));
  });
});

test("what a backend says cannot steer the terminal that it is printed on", async () => {
  const { dataDir, close } = await relay();
  await close();
  const db = new Database(join(dataDir, "tracktag.db"));
  db.prepare(
    "INSERT INTO dead_letters (destination, died, arrived, reason, record) VALUES ('sportradar', 1, 1, ?, ?)",
  ).run(
    "422 bad\n99\tforged \u001b[2J\u009b31m\u202eback",
    JSON.stringify({ ...numbered("1"), kind: "event" }),
  );
  db.close();
  const show = (...args: string[]) => runCli(["relay", "dead-letters", ...args, "--data-dir", dataDir]);
  const { stdout: list } = await show("list");
  expect(list.trim().split("\n")).toHaveLength(1);
  const { stdout: whole } = await show("show", "1");
  for (const text of [list, whole]) expect(text).not.toMatch(/[^\P{C}\n\t]/u);
  expect(JSON.parse(whole).reason).toContain("\u001b[2J\u009b31m\u202eback");
});

test("replay works on the store of a relay that does not run, for its next start", async () => {
  const { deadLetters, sportradar, close, dataDir } = await withDeadLetters(1);
  await close();
  expect((await deadLetters("replay", "--all")).code).toBe(0);
  expect(sportradar.accepted).toEqual([]);
  await relay({ ...forwardingTo(sportradar), dataDir });
  await eventually(() => expect(names(sportradar.accepted)).toEqual(["bad 1"]));
});

describe("what makes no sense is said in one line", () => {
  test.each([
    [["show", "7"], "there is no dead letter 7"],
    [["show", "seven"], '"seven" is not the id of a dead letter'],
    [["replay", "1", "7"], "there is no dead letter 7"],
    [["replay"], "replay wants either --all or the ids of dead letters"],
    [["replay", "1", "--all"], "replay wants either --all or the ids of dead letters"],
    [["replay", "1", "--destination", "sportradar"], "--destination goes with --all"],
    [
      ["list", "--destination", "wintra"],
      "wintra is not a destination, only sportradar, wynta, antsomi, primedata, neuralens",
    ],
  ])("%j", async (args, message) => {
    const { deadLetters, metric } = await withDeadLetters(1);
    expect(await deadLetters(...args)).toEqual({ code: 2, stdout: "", stderr: `tracktag: ${message}\n` });
    expect(await metric(DEAD)).toBe(1);
  });

  test("a folder without a store", async () => {
    const folder = temporaryFolder();
    const { code, stderr } = await runCli(["relay", "dead-letters", "list", "--data-dir", folder]);
    expect(code).toBe(1);
    expect(stderr).toBe(`tracktag: ${join(folder, "tracktag.db")}: cannot be opened (SQLITE_CANTOPEN)\n`);
  });
});

describe("a store that cannot be used is said in one line", () => {
  const start = (dataDir: string) => runCli(["relay", "--port", "0", "--data-dir", dataDir]);

  test("not a store", async () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, "tracktag.db"), "not a database at all ".repeat(100));
    const { code, stderr } = await start(folder);
    expect([code, stderr]).toEqual([
      1,
      `tracktag: ${join(folder, "tracktag.db")}: is not a tracktag store (SQLITE_NOTADB)\n`,
    ]);
  });

  test("in use by another relay", async () => {
    const { dataDir } = await relay();
    const { code, stderr } = await start(dataDir);
    expect([code, stderr]).toEqual([1, `tracktag: ${dataDir}: is in use by another relay\n`]);
  });

  test("a file where a folder should be", async () => {
    const file = join(temporaryFolder(), "file");
    writeFileSync(file, "");
    const { code, stderr } = await start(file);
    expect(code).toBe(1);
    expect(stderr).toMatch(/^tracktag: .*\/file: cannot be opened: a file is where a folder should be .*\n$/);
  });

  test("a folder where the store should be", async () => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, "tracktag.db"));
    const { code, stderr } = await start(folder);
    expect(code).toBe(1);
    expect(stderr).toMatch(/^tracktag: .*tracktag\.db: cannot be opened .*\n$/);
  });
});
