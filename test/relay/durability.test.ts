import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { Agent } from "node:http";
import { connect } from "node:net";
import { describe, expect, onTestFinished, test } from "vitest";
import type { SportradarServer } from "../../demo/backends/sportradar.js";
import { openDatabase } from "../../src/relay/store/database.js";
import { batch, event, numbered } from "./support/batch.js";
import { relayProcess } from "./support/cli.js";
import { post, request } from "./support/http.js";
import { CLIENT_ID, sportradarServer, TOKEN, temporaryFolder } from "./support/relay.js";
import { eventually } from "./support/wait.js";

const CREDENTIALS = { SPORTRADAR_TOKEN: TOKEN, SPORTRADAR_CLIENT_ID: CLIENT_ID };

const flags = (dataDir: string, sportradar?: SportradarServer): string[] => [
  ...["--data-dir", dataDir],
  ...(sportradar ? ["--destinations", "sportradar", "--sportradar-url", sportradar.url] : []),
];

const namesOf = ({ accepted }: SportradarServer) => accepted.map(({ event }) => String(event.data?.event_id));

describe("kill -9", () => {
  test("between 202 and forwarding loses nothing", async () => {
    const sportradar = await sportradarServer();
    const dataDir = temporaryFolder();
    const heal = sportradar.script({ fault: "hang", times: Number.POSITIVE_INFINITY });
    const first = await relayProcess(flags(dataDir, sportradar), CREDENTIALS);
    const events = Array.from({ length: 100 }, (_, n) => numbered(String(n), { user_id: `user ${n % 40}` }));
    const replies = await Promise.all(events.map((each) => post(`${first.url}/t`, batch([each]))));
    expect(replies.map(({ status }) => status)).toEqual(replies.map(() => 202));
    await first.end("SIGKILL");
    expect(sportradar.accepted).toEqual([]);
    heal();
    await relayProcess(flags(dataDir, sportradar), CREDENTIALS);
    await eventually(() =>
      expect(new Set(namesOf(sportradar))).toEqual(new Set(events.map((_, n) => String(n)))),
    );
  });

  test("again and again under load loses nothing that was answered with 202", async () => {
    const sportradar = await sportradarServer();
    const dataDir = temporaryFolder();
    const acknowledged: string[] = [];
    let count = 0;
    for (let life = 0; life < 4; life++) {
      const running = await relayProcess(flags(dataDir, sportradar), CREDENTIALS);
      const visitor = async () => {
        for (;;) {
          const own = Array.from({ length: 3 }, () =>
            numbered(String(count++), { user_id: `user ${count % 9}` }),
          );
          const reply = await post(`${running.url}/t`, batch(own)).catch(() => undefined);
          if (reply?.status !== 202) return;
          acknowledged.push(...own.map(({ data }) => String(data.event_id)));
        }
      };
      const visitors = Array.from({ length: 8 }, visitor);
      const target = acknowledged.length + 300;
      // Some failures in between, so that the retry table takes part.
      sportradar.script({ fault: { status: 500 }, times: 3 });
      await eventually(() => expect(acknowledged.length).toBeGreaterThan(target));
      await running.end("SIGKILL");
      await Promise.all(visitors);
    }
    await relayProcess(flags(dataDir, sportradar), CREDENTIALS);
    await eventually(() => {
      const arrived = new Set(namesOf(sportradar));
      expect(acknowledged.filter((name) => !arrived.has(name))).toEqual([]);
    });
  });

  test("after forwarding has what was forwarded and saved not sent again", async () => {
    const sportradar = await sportradarServer();
    const dataDir = temporaryFolder();
    const first = await relayProcess(flags(dataDir, sportradar), CREDENTIALS);
    await post(`${first.url}/t`, batch([numbered("first")]));
    await eventually(() => expect(namesOf(sportradar)).toEqual(["first"]));
    await eventually(() => expect(savedCursor(dataDir)).toBe(1));
    await first.end("SIGKILL");
    const second = await relayProcess(flags(dataDir, sportradar), CREDENTIALS);
    await post(`${second.url}/t`, batch([numbered("marker")]));
    await eventually(() => expect(namesOf(sportradar)).toContain("marker"));
    expect(namesOf(sportradar)).toEqual(["first", "marker"]);
  });
});

/** The last batch that is known on disk to be done with. */
function savedCursor(dataDir: string): unknown {
  const db = openDatabase(dataDir);
  try {
    return db.prepare("SELECT seq FROM cursors").pluck().get();
  } finally {
    db.close();
  }
}

describe("SIGTERM", () => {
  test("ends an idle relay with 0, also with idle connections and an open stream", async () => {
    const running = await relayProcess(["--demo", ...flags(temporaryFolder())]);
    const agent = new Agent({ keepAlive: true });
    onTestFinished(() => agent.destroy());
    await request(`${running.url}/healthz`, { agent });
    const stream = await fetch(`${running.url}/demo/live`);
    const begun = Date.now();
    expect((await running.end()).code).toBe(0);
    expect(Date.now() - begun).toBeLessThan(10_000);
    await expect(stream.text()).resolves.toContain("retry:");
  });

  test("ends it within 10 s while a backend hangs and a visitor's connection says nothing", async () => {
    const sportradar = await sportradarServer();
    sportradar.script({ fault: "hang", times: Number.POSITIVE_INFINITY });
    const dataDir = temporaryFolder();
    const running = await relayProcess(
      [...flags(dataDir, sportradar), "--sportradar-timeout", "60000"],
      CREDENTIALS,
    );
    const silent = connect(Number(new URL(running.url).port), "127.0.0.1");
    silent.on("error", () => {});
    onTestFinished(() => void silent.destroy());
    await post(`${running.url}/t`, batch([numbered("kept")]));
    await eventually(() => expect(sportradar.refused).toHaveLength(1));
    const begun = Date.now();
    expect((await running.end()).code).toBe(0);
    expect(Date.now() - begun).toBeLessThan(10_000);
    const healthy = await sportradarServer();
    await relayProcess(flags(dataDir, healthy), CREDENTIALS);
    await eventually(() => expect(namesOf(healthy)).toEqual(["kept"]));
  });

  test("lets a request that has begun finish, and takes no other", async () => {
    const running = await relayProcess(flags(temporaryFolder()));
    const port = Number(new URL(running.url).port);
    const body = JSON.stringify(batch([event()]));
    const slow = connect(port, "127.0.0.1");
    onTestFinished(() => void slow.destroy());
    let received = "";
    slow.on("data", (chunk) => {
      received += chunk;
    });
    const head = `POST /t HTTP/1.1\r\nHost: relay\r\nContent-Type: text/plain\r\nContent-Length: ${body.length}`;
    slow.write(`${head}\r\nExpect: 100-continue\r\n\r\n`);
    await eventually(() => expect(received).toContain("HTTP/1.1 100"));
    slow.write(body.slice(0, 20));
    const ended = running.end();
    await eventually(() => expect(running.stderr()).toContain("stopping"));
    await expect(post(`${running.url}/t`, body)).rejects.toThrow();
    slow.write(body.slice(20));
    await eventually(() => expect(received).toContain("HTTP/1.1 202"));
    expect(received).toMatch(/^connection: close\r$/im);
    expect((await ended).code).toBe(0);
  });
});

// The kernel lets a process write no file beyond a size: for the store as good as a full disk, and lifted as easily.
describe.runIf(existsSync("/usr/bin/prlimit"))("a full disk", () => {
  test("is answered with 503 and Retry-After, and when there is room again nothing is missing or doubled", async () => {
    const sportradar = await sportradarServer();
    const dataDir = temporaryFolder();
    const limited = ["prlimit", "--fsize=400000:unlimited", process.execPath, "dist/cli.js"];
    const running = await relayProcess(flags(dataDir, sportradar), CREDENTIALS, limited);
    const pad = "x".repeat(5000);
    const named = (name: number) =>
      numbered(String(name), { data: { ...event().data, event_id: String(name), pad } });
    const accepted: string[] = [];
    let refused: ReturnType<typeof named> | undefined;
    let reply: Awaited<ReturnType<typeof post>> | undefined;
    for (let n = 0; !refused && n < 500; n++) {
      const next = named(n);
      reply = await post(`${running.url}/t`, batch([next]));
      if (reply.status === 202) accepted.push(String(n));
      else refused = next;
    }
    expect(reply?.json()).toEqual({ error: expect.any(String), status: 503 });
    expect(reply?.headers["retry-after"]).toMatch(/^\d+$/);
    expect(accepted.length).toBeGreaterThan(0);
    expect((await request(`${running.url}/metrics`)).status).toBe(200);
    await post(`${running.url}/t`, batch([refused]));
    expect(running.stderr().match(/"the store fails/g)).toHaveLength(1);
    execFileSync("prlimit", ["--pid", String(running.pid), "--fsize=unlimited:unlimited"]);
    const again = await post(`${running.url}/t`, batch([refused]));
    expect(again.json()).toEqual({ accepted: 1, rejected: 0, errors: [] });
    await eventually(() => expect(running.stderr()).toContain("the store works again"));
    await eventually(() => expect(sportradar.accepted.length).toBe(accepted.length + 1));
    expect(namesOf(sportradar).sort()).toEqual([...accepted, String(refused?.data.event_id)].sort());
    expect((await running.end()).code).toBe(0);
  });
});
