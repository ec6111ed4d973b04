import { expect, test } from "vitest";
import { batch, event } from "./support/batch.js";
import { relayProcess } from "./support/cli.js";
import { post, request } from "./support/http.js";
import { CLIENT_ID, sportradarServer, TOKEN, temporaryFolder } from "./support/relay.js";
import { eventually } from "./support/wait.js";

test("neither the token nor what visitors did appears in logs, metrics or answers", async () => {
  const sportradar = await sportradarServer();
  const args = ["--destinations", "sportradar", "--sportradar-url", sportradar.url, "--log-level", "debug"];
  const { url, stdout, stderr, end } = await relayProcess([...args, "--data-dir", temporaryFolder()], {
    SPORTRADAR_TOKEN: TOKEN,
    SPORTRADAR_CLIENT_ID: CLIENT_ID,
    SPORTRADAR_PROBE_INTERVAL: "50",
  });
  const private_ = { user_id: "user-of-the-tests", data: { note: "note-of-the-tests" } };
  const texts: string[] = [];
  const collect = async (body: unknown) => texts.push((await post(`${url}/t`, body)).text);

  // One of each thing that is worth a line: dead letter, failure, outage, refused credentials, recovery.
  sportradar.script({ fault: { status: 422 } });
  await collect(batch([event(private_)]));
  await eventually(() => expect(stderr()).toContain("dead letter"));
  sportradar.script({ fault: "reset", times: 6 });
  await collect(
    batch(
      ["a", "b", "c", "d", "e", "f"].map((user) =>
        event({ ...private_, user_id: `${private_.user_id} ${user}` }),
      ),
    ),
  );
  await eventually(() => expect(stderr()).toContain("failing"));
  sportradar.rotate("another");
  await eventually(() => expect(stderr()).toContain("paused"));
  texts.push((await request(`${url}/metrics`)).text);
  sportradar.rotate(TOKEN);
  await eventually(() => expect(stderr()).toContain("forwarding again"));
  await collect(batch([{ ...event(private_), id: "x" }]));
  await collect(`{"note": "note-of-the-tests"`);
  texts.push((await request(`${url}/nothing`)).text, (await request(`${url}/healthz`)).text);
  await end();

  const everything = [stdout(), stderr(), ...texts].join("\n");
  for (const secret of [TOKEN, "Bearer", "user-of-the-tests", "note-of-the-tests"]) {
    expect(everything).not.toContain(secret);
  }
  // What is there to be read has been: a test over empty texts would not fail.
  expect(everything).toContain("listening");
  expect(everything).toContain("INVALID_ID");
  for (const line of stderr().trim().split("\n")) expect(JSON.parse(line)).toHaveProperty("msg");
});
