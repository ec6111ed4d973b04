import { get } from "node:http";
import { expect, onTestFinished, test } from "vitest";
import type { LiveMessage } from "../../src/relay/live.js";
import { batch, event, identify } from "./support/batch.js";
import { request } from "./support/http.js";
import { forwardingTo, relay, sportradarServer } from "./support/relay.js";
import { eventually } from "./support/wait.js";

/** Reads the stream into a list, from the moment at which it has begun. */
function listen(url: string): Promise<LiveMessage[]> {
  return new Promise((resolve, reject) => {
    const messages: LiveMessage[] = [];
    const asking = get(`${url}/demo/live`, { agent: false }, (stream) => {
      expect(stream.headers["content-type"]).toBe("text/event-stream");
      let rest = "";
      stream.setEncoding("utf8").on("data", (chunk) => {
        const lines = (rest + chunk).split("\n");
        rest = lines.pop() ?? "";
        for (const line of lines) if (line.startsWith("data: ")) messages.push(JSON.parse(line.slice(6)));
      });
      stream.on("error", () => {});
      resolve(messages);
    });
    asking.on("error", reject);
    onTestFinished(() => void asking.destroy());
  });
}

test("the stream shows what arrived, who it was, and what came of it", async () => {
  const sportradar = await sportradarServer();
  const { url, post } = await relay({ ...forwardingTo(sportradar), demo: true });
  const [one, other] = await Promise.all([listen(url), listen(url)]);
  sportradar.script({ fault: { status: 422 } });
  const [bad, good, person] = [event(), event(), identify()];
  await post(batch([bad, good, good, 5], { identify: [person] }));
  await eventually(() => expect(one).toHaveLength(6));
  const visit = {
    session_id: "2b1c",
    anonymous_id: "77aa",
    device_type: "desktop",
    platform: "web",
    viewability: "mrc",
  };
  const at = expect.stringMatching(/Z$/);
  const forward = { kind: "forward", at, destination: "sportradar" };
  expect(one).toEqual([
    { kind: "identify", at, visit, identify: person },
    { kind: "received", at, visit, event: bad },
    { kind: "received", at, visit, event: good },
    { kind: "rejected", at, errors: [expect.objectContaining({ index: 3, code: "INVALID_EVENT" })] },
    {
      ...forward,
      ids: [bad.id],
      verdict: "refused",
      status: 422,
      reason: expect.stringContaining("as scripted"),
    },
    { ...forward, ids: [good.id], verdict: "delivered", status: 204, reason: "" },
  ]);
  await eventually(() => expect(other).toEqual(one));
});

test("a reader that has gone leaves the others alone", async () => {
  const { url, post } = await relay({ demo: true });
  const gone = await fetch(`${url}/demo/live`);
  await gone.body?.cancel();
  const messages = await listen(url);
  await post(batch([event()]));
  await eventually(() => expect(messages).toHaveLength(1));
});

test("there is no stream without the demo", async () => {
  const { url } = await relay();
  expect((await request(`${url}/demo/live`)).status).toBe(404);
});
