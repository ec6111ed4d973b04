import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { SERVERS } from "../support/backends.js";
import { batch, event } from "../support/batch.js";
import { relayProcess } from "../support/cli.js";
import { post, request } from "../support/http.js";
import { TOKEN, temporaryFolder } from "../support/relay.js";
import { eventually } from "../support/wait.js";

test.each(Object.keys(SERVERS) as (keyof typeof SERVERS)[])(
  "neither the credentials of %s nor what visitors did appears in logs or metrics",
  async (name) => {
    const backend = await SERVERS[name]();
    const dataDir = temporaryFolder();
    const config = join(dataDir, "relay.json");
    const settings = { probeInterval: 20, firstRetry: 20 };
    writeFileSync(config, JSON.stringify({ ...backend.options(settings), dataDir, logLevel: "debug" }));
    const { url, stderr, stdout, end } = await relayProcess(["--config", config]);
    const body = { message: `${TOKEN} note-of-the-tests` };
    backend.script({ fault: { status: 422, body } });
    await post(`${url}/t`, batch([event({ user_id: "user-of-the-tests" })]));
    await eventually(() => expect(stderr()).toContain("dead letter"));
    const heal = backend.script({ fault: { status: 403, body }, times: Number.POSITIVE_INFINITY });
    await post(`${url}/t`, batch([event({ data: { note: "note-of-the-tests", event_id: "1" } })]));
    await eventually(() => expect(stderr()).toContain("paused"));
    const metrics = (await request(`${url}/metrics`)).text;
    heal();
    await eventually(() => expect(stderr()).toContain("forwarding again"));
    await end();
    for (const secret of [TOKEN, "Bearer", "user-of-the-tests", "note-of-the-tests", "33167"]) {
      expect([stdout(), stderr(), metrics].join("\n")).not.toContain(secret);
    }
  },
);
