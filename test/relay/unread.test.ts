import { expect, test } from "vitest";
import { batch, event } from "./support/batch.js";
import { startCli } from "./support/cli.js";
import { post } from "./support/http.js";
import { temporaryFolder } from "./support/relay.js";
import { eventually } from "./support/wait.js";

/** Starts the command; nobody reads what it prints, as behind a `head` that has seen enough. */
function unread(...args: string[]) {
  const started = startCli(args);
  started.child.stdout.destroy();
  return started;
}

test.each([
  "--help",
  "--version",
  "relay --help",
  "relay events --help",
  "schemas primedata",
  "schemas config",
])("tracktag %s: nothing is wrong", async (given) => {
  expect(await unread(...given.split(" ")).finished).toEqual({ code: 0, stdout: "", stderr: "" });
});

test("a relay goes on until it is told to stop", async () => {
  const { child, output, finished } = unread("relay", "--port", "0", "--data-dir", temporaryFolder());
  await eventually(() => expect(output.stderr).toContain('"msg":"listening"'));
  const [, url] = /"url":"(.*?)"/.exec(output.stderr) ?? [];
  for (const _ of [1, 2]) expect(await post(`${url}/t`, batch([event()]))).toMatchObject({ status: 202 });
  child.kill("SIGTERM");
  expect(await finished).toMatchObject({ code: 0, stderr: expect.stringContaining('"msg":"stopped"') });
});
