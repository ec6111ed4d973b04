import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { describe, expect, onTestFinished, test } from "vitest";
import type { OutboundRecord, Verdict } from "../../src/destinations/destination.js";
import type { BoundDestination } from "../../src/relay/forward/bind.js";
import { Lane } from "../../src/relay/forward/lane.js";
import { createSender, type Sender } from "../../src/relay/forward/send.js";
import { createLog, type Log } from "../../src/relay/log.js";
import { createMetrics } from "../../src/relay/metrics.js";
import { openDatabase } from "../../src/relay/store/database.js";
import { IdMemory } from "../../src/relay/store/id-memory.js";
import { Inbox } from "../../src/relay/store/inbox.js";
import { Outbox } from "../../src/relay/store/outbox.js";
import type { WireEvent } from "../../src/types.js";
import { identify, numbered } from "./support/batch.js";
import { temporaryFolder } from "./support/relay.js";
import { eventually } from "./support/wait.js";

/** The names of a request's records, as they were sent. */
type Sent = string[];

const nameOf = (record: OutboundRecord): string =>
  record.kind === "event" ? String(record.data.event_id) : `identify ${record.user_id}`;

/** A backend that takes lists of names, and says for each of them what became of it. */
async function startBackend(judge: (name: string) => Verdict | Promise<Verdict>) {
  const requests: Sent[] = [];
  const server = createServer(async (request, response) => {
    let text = "";
    for await (const chunk of request) text += chunk;
    const named: [id: string, name: string][] = JSON.parse(text);
    requests.push(named.map(([, name]) => name));
    const verdicts = await Promise.all(named.map(async ([id, name]) => [id, { verdict: await judge(name) }]));
    response.end(JSON.stringify(verdicts));
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return { requests, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
}

/** A destination of the kinds that are not Sportradar: many records a request, a verdict for each of them. */
const listing = (url: string, given: Partial<BoundDestination> = {}): BoundDestination => ({
  name: "listing",
  batch: 10,
  least: 1,
  profiles: true,
  requests: (records) => ({ requests: [requestOf(url, records)], skipped: [] }),
  rulings: (_, __, body) => new Map(JSON.parse(body)),
  redact: (text) => text,
  ...given,
});

const requestOf = (url: string, records: OutboundRecord[]) => ({
  method: "POST" as const,
  url,
  headers: {},
  body: JSON.stringify(records.map((record) => [record.id, nameOf(record)])),
  ids: records.map(({ id }) => id),
});

/** A lane with a store of its own, into which these events have been put. */
async function start(
  destination: BoundDestination,
  events: WireEvent[],
  people: ReturnType<typeof identify>[] = [],
  log: Log = createLog("silent"),
  waits = { first: 1000, longest: 300_000 },
  sender: Sender = createSender({ timeout: 5000, concurrency: 4 }),
) {
  const db = openDatabase(temporaryFolder(), { create: true });
  const outbox = new Outbox(db, destination.name);
  const metrics = createMetrics();
  const inbox = new Inbox(db, new IdMemory(), createLog("silent"), () => {});
  await inbox.append({ events, identify: people as never[] }, Date.now());
  const lane = new Lane({
    destination,
    outbox,
    sender,
    concurrency: 4,
    probeInterval: 20,
    waits,
    log,
    metrics,
  });
  onTestFinished(async () => {
    await lane.stop(0);
    db.close();
  });
  const deadLetters = () =>
    db.prepare<[], string>("SELECT reason FROM dead_letters ORDER BY id").pluck().all();
  return { db, lane, outbox, inbox, metrics, deadLetters };
}

const events = (...names: string[]) => names.map((name) => numbered(name));

describe("a lane to a backend that takes lists", () => {
  test("fills requests, a user's run in one, identify before the events", async () => {
    const { requests, url } = await startBackend(() => "delivered");
    const many = Array.from({ length: 25 }, (_, n) => numbered(String(n)));
    const { lane } = await start(listing(url), many, [identify()]);
    lane.wake(0);
    await eventually(() => expect(lane.status().queued).toBe(0));
    expect(requests.map((each) => each.length)).toEqual([10, 10, 6]);
    expect(requests.flat()).toEqual(["identify 520535", ...many.map((_, n) => String(n))]);
  });

  test("settles each record by its own verdict", async () => {
    let isWell = false;
    const { requests, url } = await startBackend((name) =>
      name === "bad" ? "refused" : name === "later" && !isWell ? "retry" : "delivered",
    );
    const list = [...events("bad"), numbered("later", { user_id: "b" }), numbered("good", { user_id: "c" })];
    const { lane, deadLetters, metrics } = await start(listing(url), list);
    lane.wake(0);
    await eventually(() => expect(lane.status()).toMatchObject({ queued: 1, deadLetters: 1 }));
    isWell = true;
    await eventually(() => expect(lane.status().queued).toBe(0));
    expect(
      requests
        .flat()
        .filter((name) => name !== "later")
        .sort(),
    ).toEqual(["bad", "good"]);
    expect(deadLetters()).toHaveLength(1);
    expect((await metrics.sent.get()).values).toMatchObject([{ value: 2 }]);
  });

  test("keeps a user's order when a part of the run is to be tried again", async () => {
    let failures = 2;
    const { requests, url } = await startBackend((name) =>
      name === "1" && failures-- > 0 ? "retry" : "delivered",
    );
    const destination = listing(url, { batch: 1 });
    const { lane, inbox } = await start(destination, events("1", "2", "3"));
    lane.wake(0);
    await inbox.append({ events: events("4"), identify: [] }, Date.now());
    lane.wake(1);
    await eventually(() => expect(lane.status().queued).toBe(0));
    expect(requests.flat()).toEqual(["1", "1", "1", "2", "3", "4"]);
  });

  test("keeps a user's order when a portion breaks off at a record that is tried again and again", async () => {
    let failures = 4;
    const { requests, url } = await startBackend((name) =>
      name === "1" && failures-- > 0 ? "retry" : "delivered",
    );
    const oneByOne = listing(url, {
      requests: (records) => ({ requests: records.map((record) => requestOf(url, [record])), skipped: [] }),
    });
    const { lane } = await start(oneByOne, events("1", "2", "3"), [], undefined, { first: 20, longest: 50 });
    lane.wake(0);
    await eventually(() => expect(lane.status().queued).toBe(0));
    expect(requests.flat()).toEqual(["1", "1", "1", "1", "1", "2", "3"]);
  });

  test("lets a run wait as long as its first record, however many of it have failed together", async () => {
    const { url } = await startBackend(() => "retry");
    const { lane, db } = await start(listing(url, { batch: 3 }), events("1", "2", "3", "4", "5"));
    lane.wake(0);
    const dues = () => db.prepare("SELECT due IS NOT NULL FROM retries ORDER BY id").pluck().all();
    await eventually(() => expect(dues()).toEqual([1, 0, 0, 0, 0]));
    const attempts = () => db.prepare("SELECT attempts FROM retries ORDER BY id").pluck().all();
    expect(attempts()).toEqual([1, 1, 1, 0, 0]);
  });

  test("lets a record that makes its request fail die alone", async () => {
    const { url } = await startBackend(() => "delivered");
    const frail = listing(url, {
      // As a backend does that answers 500 to the whole list.
      rulings: (request, _, body) =>
        request.body.includes("poison") ? new Map() : new Map(JSON.parse(body)),
    });
    const own = ["0", "poison", "1", "2"].map((name) => numbered(name, { user_id: "unlucky" }));
    const { lane, inbox, deadLetters, metrics } = await start(frail, own, [], undefined, {
      first: 5,
      longest: 20,
    });
    lane.wake(0);
    let others = 0;
    await eventually(async () => {
      // Others are delivered meanwhile: it is not the backend that fails.
      await inbox.append({ events: [numbered(`other ${others++}`)], identify: [] }, Date.now());
      lane.wake(1);
      expect(deadLetters()).toHaveLength(1);
    });
    await eventually(() => expect(lane.status()).toMatchObject({ queued: 0, deadLetters: 1 }));
    expect((await metrics.sent.get()).values).toMatchObject([{ value: others + 3 }]);
  });

  test("loads a long run from the retry table portion by portion, in its order", async () => {
    let isDown = true;
    const { requests, url } = await startBackend(() => (isDown ? "retry" : "delivered"));
    const names = Array.from({ length: 150 }, (_, n) => String(n));
    const { lane, db } = await start(listing(url, { batch: 1 }), events(...names));
    lane.wake(0);
    const inTable = () => db.prepare("SELECT count(*) FROM retries").pluck().get();
    await eventually(() => expect(inTable()).toBe(150));
    isDown = false;
    await eventually(() => expect(lane.status().queued).toBe(0));
    expect(requests.flat().filter((name) => name !== "0")).toEqual(names.slice(1));
    await eventually(() => expect(inTable()).toBe(0));
  });

  test("lets one user's many events keep out nobody else", async () => {
    let release = () => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    const { requests, url } = await startBackend(async (name): Promise<Verdict> => {
      if (name === "busy 0") await held;
      return "delivered";
    });
    const busy = Array.from({ length: 1000 }, (_, n) => numbered(`busy ${n}`, { user_id: "busy" }));
    const { lane, inbox } = await start(listing(url, { batch: 1 }), busy);
    await inbox.append({ events: [numbered("other")], identify: [] }, Date.now());
    lane.wake(1);
    await eventually(() => expect(requests.flat()).toContain("other"));
    expect(requests).toHaveLength(2);
    release();
  });

  test("counts what the backend has no place for, and sends it nothing of it", async () => {
    const { requests, url } = await startBackend(() => "delivered");
    const destination = listing(url, {
      requests(records) {
        const [placed, skipped] = [true, false].map((has) =>
          records.filter((each) => (nameOf(each) !== "odd") === has),
        );
        return { requests: [requestOf(url, placed ?? [])], skipped: (skipped ?? []).map(({ id }) => id) };
      },
    });
    const { lane, metrics } = await start(destination, events("1", "odd", "2"));
    lane.wake(0);
    await eventually(() => expect(lane.status().queued).toBe(0));
    expect(requests).toEqual([["1", "2"]]);
    expect((await metrics.skipped.get()).values).toMatchObject([{ value: 1 }]);
  });

  test("takes a record that needs several requests as delivered with the last of them", async () => {
    let answers = 0;
    const { requests, url } = await startBackend(() => (++answers === 2 ? "retry" : "delivered"));
    const twice = listing(url, {
      requests: (records) => ({ requests: [requestOf(url, records), requestOf(url, records)], skipped: [] }),
    });
    const { lane, metrics } = await start(twice, events("1"));
    lane.wake(0);
    await eventually(() => expect(lane.status().queued).toBe(0));
    // The first request was taken: only the second is made again.
    expect(requests).toEqual([["1"], ["1"], ["1"]]);
    expect((await metrics.sent.get()).values).toMatchObject([{ value: 1 }]);
  });

  test("tries a record again of which the answer says nothing", async () => {
    const { requests, url } = await startBackend(() => "delivered");
    let answers = 0;
    const silent = listing(url, {
      batch: 1,
      rulings: (_, __, body) => new Map(++answers === 1 ? [] : JSON.parse(body)),
    });
    const { lane } = await start(silent, events("1"));
    lane.wake(0);
    await eventually(() => expect(lane.status()).toMatchObject({ queued: 0, deadLetters: 0 }));
    expect(requests).toEqual([["1"], ["1"]]);
  });

  test("makes dead letters of records that are neither sent nor skipped", async () => {
    const { requests, url } = await startBackend(() => "delivered");
    const forgetful = listing(url, {
      requests: (records) => ({ requests: [requestOf(url, records.slice(1))], skipped: [] }),
    });
    const { lane, deadLetters } = await start(forgetful, events("1", "2"));
    lane.wake(0);
    await eventually(() => expect(lane.status()).toMatchObject({ queued: 0, deadLetters: 1 }));
    expect(requests).toEqual([["2"]]);
    expect(deadLetters()).toEqual(["no request was made of it"]);
  });

  test("makes dead letters of records that no request can be made of, and goes on", async () => {
    const { requests, url } = await startBackend(() => "delivered");
    const picky = listing(url, {
      batch: 1,
      requests(records) {
        if (records.some((record) => nameOf(record) === "odd")) throw new Error("cannot map it");
        return { requests: [requestOf(url, records)], skipped: [] };
      },
    });
    const { lane, deadLetters } = await start(picky, events("1", "odd", "2"));
    lane.wake(0);
    await eventually(() => expect(lane.status()).toMatchObject({ queued: 0, deadLetters: 1 }));
    expect(requests.flat()).toEqual(["1", "2"]);
    expect(deadLetters()).toEqual(["the relay failed on it: cannot map it"]);
  });
});

test("progress that could not be saved, for the disk was full, is saved when there is room", async () => {
  const { url } = await startBackend((name) => (name === "bad" ? "refused" : "delivered"));
  const large = numbered("bad", { data: { event_id: "bad", pad: "x".repeat(20_000) } });
  const complaints: string[] = [];
  const log = {
    ...createLog("silent"),
    warn: () => {},
    error: (_: object, message: string) => complaints.push(message),
  };
  const { lane, db, deadLetters } = await start(
    listing(url, { batch: 1 }),
    [large, ...events("good")],
    [],
    log as never,
  );
  // As full as a disk can be: the store may not grow, and a dead letter of this size needs room.
  db.pragma(`max_page_count = ${db.pragma("page_count", { simple: true })}`);
  lane.wake(0);
  await eventually(() => expect(complaints).toContain("progress cannot be saved"));
  expect(deadLetters()).toEqual([]);
  db.pragma("max_page_count = 100000");
  await eventually(() => expect(deadLetters()).toHaveLength(1));
});

test("a stop ends after its grace though a request never does", async () => {
  const { lane } = await start(listing("http://127.0.0.1:9"), events("1"), [], undefined, undefined, {
    send: () => new Promise(() => {}),
    clear() {},
    close() {},
  });
  lane.wake(0);
  await lane.stop(50);
  expect(lane.status().queued).toBe(1);
});

describe("a record that has failed 19 times", () => {
  /** Puts it into the retry table, due in `wait` ms. */
  const insert = (outbox: Outbox, wait: number) => {
    const [record] = [{ ...numbered("poison", { user_id: "unlucky" }), kind: "event" as const }];
    const due = Date.now() + wait;
    outbox.save(
      0,
      [{ kind: "retry", run: "user:unlucky", due, attempts: 19, tried: 1, arrived: 1, record, done: [] }],
      [],
    );
  };
  const judge = (name: string): Verdict => (name === "poison" ? "retry" : "delivered");

  test("is given up with the next failure, if others have been delivered since the last", async () => {
    const { requests, url } = await startBackend(judge);
    const { db, outbox, deadLetters } = await start(listing(url), []);
    insert(outbox, 500);
    const { lane } = await resumed(db, listing(url), events("fine"));
    await eventually(() => expect(lane.status()).toMatchObject({ queued: 0, deadLetters: 1 }));
    expect(requests).toEqual([["fine"], ["poison"]]);
    expect(deadLetters()).toEqual(["given up after 20 attempts: 200"]);
  });

  test("is not, while nothing at all gets through", async () => {
    const { requests, url } = await startBackend(judge);
    const { db, outbox, deadLetters } = await start(listing(url), []);
    insert(outbox, 0);
    const { lane } = await resumed(db, listing(url), []);
    await eventually(() => expect(requests).toEqual([["poison"]]));
    const saved = () => db.prepare("SELECT attempts FROM retries WHERE tried > 1").pluck().all();
    await eventually(() => expect(saved()).toEqual([19]));
    expect([lane.status().queued, deadLetters()]).toEqual([1, []]);
  });

  /** A second lane on the same store, as after a restart. */
  async function resumed(
    db: ReturnType<typeof openDatabase>,
    destination: BoundDestination,
    added: WireEvent[],
  ) {
    await new Inbox(db, new IdMemory(), createLog("silent"), () => {}).append(
      { events: added, identify: [] },
      Date.now(),
    );
    const lane = new Lane({
      destination,
      outbox: new Outbox(db, destination.name),
      sender: createSender({ timeout: 5000, concurrency: 4 }),
      concurrency: 4,
      probeInterval: 20,
      waits: { first: 1000, longest: 300_000 },
      log: createLog("silent"),
      metrics: createMetrics(),
    });
    onTestFinished(() => lane.stop(0));
    lane.wake(0);
    return { lane };
  }
});
