import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { batch, event, identify, numbered } from "./support/batch.js";
import { type Finished, runCli, startCli } from "./support/cli.js";
import { relay, temporaryFolder } from "./support/relay.js";
import { eventually } from "./support/wait.js";

/** A relay, and the command on its store. */
async function withEvents() {
  const running = await relay();
  const args = (given: string[]) => ["relay", "events", ...given, "--data-dir", running.dataDir];
  return {
    ...running,
    list: (...given: string[]) => runCli(args(given)),
    follow: (...given: string[]) => startCli(args(["--follow", ...given])),
  };
}

const linesOf = (stdout: string) => stdout.trim().split("\n").filter(Boolean);
const namesIn = (stdout: string) => linesOf(stdout).map((line) => /"event_id":"(.*?)"/.exec(line)?.[1]);
const upTo = (count: number) => Array.from({ length: count }, (_, n) => numbered(`${n + 1}`));

describe("while the relay runs", () => {
  test("a line for each: when, type, user, location, what it is about, id", async () => {
    const { list, post } = await withEvents();
    const someone = identify();
    const known = event();
    const unknown = event({ user_id: null, event_type: "users:login", data: {} });
    await post(batch([known, unknown], { identify: [someone] }));
    const { code, stdout, stderr } = await list();
    expect([code, stderr]).toEqual([0, ""]);
    const time = expect.stringMatching(/^\d{4}-.*Z$/);
    expect(linesOf(stdout).map((line) => line.split("\t"))).toEqual([
      [time, "identify", "520535", "-", '{"vip":true}', someone.id],
      [time, "clicks:event", "520535", "widget:recommended", '{"event_id":"1018561959"}', known.id],
      [time, "users:login", "-", "-", "{}", unknown.id],
    ]);
  });

  test("the last 20 in their order, or as many as are asked for, also out of the midst of a request", async () => {
    const { list, post } = await withEvents();
    const events = upTo(30);
    await post(batch(events.slice(0, 15)));
    await post(batch(events.slice(15)));
    const names = events.map(({ data }) => data.event_id);
    expect(namesIn((await list()).stdout)).toEqual(names.slice(-20));
    expect(namesIn((await list("--last", "2")).stdout)).toEqual(names.slice(-2));
    expect(namesIn((await list("--last", "99")).stdout)).toEqual(names);
    expect((await list("--last", "0")).stdout).toBe("");
  });

  test("as JSON, with all that is known", async () => {
    const { list, post } = await withEvents();
    const sent = event();
    await post(batch([sent]));
    const { stdout } = await list("--json");
    expect(JSON.parse(stdout)).toMatchObject({ arrived: expect.any(String), session_id: "2b1c", ...sent });
  });

  test("follow prints what is there, and then what arrives, each once and in order", async () => {
    const { follow, post } = await withEvents();
    const events = upTo(6);
    await post(batch(events.slice(0, 3)));
    const { output } = follow("--last", "1");
    await eventually(() => expect(namesIn(output.stdout)).toEqual(["3"]));
    for (const one of events.slice(3)) await post(batch([one]));
    await eventually(() => expect(namesIn(output.stdout)).toEqual(["3", "4", "5", "6"]));
  });

  test("follow ends when nobody reads any more", async () => {
    const { follow, post } = await withEvents();
    const { child, finished } = follow();
    child.stdout.destroy();
    let end: Finished | undefined;
    finished.then((how) => {
      end = how;
    });
    await eventually(async () => {
      await post(batch([event()]));
      expect(end).toMatchObject({ code: 0, stderr: "" });
    });
  });
});

test("the store of a relay that does not run", async () => {
  const { list, post, close } = await withEvents();
  await post(batch(upTo(1)));
  await close();
  expect(namesIn((await list()).stdout)).toEqual(["1"]);
});

test("what a page sends cannot steer the terminal that it is printed on", async () => {
  const { list, post } = await withEvents();
  const data = { event_id: "1\n2\tforged \u001b[2J\u009b31m\u202eback", location: "a\u001b[2J\u202e" };
  await post(batch([event({ data })]));
  for (const given of [[], ["--json"]]) {
    const { stdout } = await list(...given);
    expect(linesOf(stdout)).toHaveLength(1);
    expect(stdout).not.toMatch(/[^\P{C}\n\t]/u);
  }
});

describe("what makes no sense is said in one line", () => {
  test.each(["some", "-1", "1.5", "12345678"])("--last=%s", async (last) => {
    const { list } = await withEvents();
    const stderr = `tracktag: --last wants a number of events, not "${last}"\n`;
    expect(await list(`--last=${last}`)).toEqual({ code: 2, stdout: "", stderr });
  });

  test("a folder without a store", async () => {
    const folder = temporaryFolder();
    const { code, stderr } = await runCli(["relay", "events", "--data-dir", folder]);
    expect([code, stderr]).toEqual([
      1,
      `tracktag: ${join(folder, "tracktag.db")}: cannot be opened (SQLITE_CANTOPEN)\n`,
    ]);
  });

  test("a folder that is not there", async () => {
    const folder = join(temporaryFolder(), "none");
    const { code, stderr } = await runCli(["relay", "events", "--data-dir", folder]);
    const said = `tracktag: ${join(folder, "tracktag.db")}: cannot be opened: there is no such folder\n`;
    expect([code, stderr]).toEqual([1, said]);
  });
});
