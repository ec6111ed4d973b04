import { describe, expect, test } from "vitest";
import { metricOf, neuralensServer } from "../support/backends.js";
import { batch } from "../support/batch.js";
import { relayProcess, runCli } from "../support/cli.js";
import { post as postTo } from "../support/http.js";
import { relay, TOKEN, temporaryFolder } from "../support/relay.js";
import { SAMPLES, sample } from "../support/samples.js";
import { eventually } from "../support/wait.js";

const of = (name: string) => metricOf(name, "neuralens");
const idsOf = (list: { items: { id: string }[] }[]) =>
  list.map(({ items }) => items.map(({ id }) => id).join("+"));
const many = (count: number) => Array.from({ length: count }, (_, n) => ({ id: `m${n}` }));
const impression = (count: number) =>
  sample("impressions:events", { data: { ...SAMPLES["impressions:events"], events: many(count) } });

describe("what it is sent", () => {
  test.each<[string, string, string[], Record<string, unknown>]>([
    ["impressions:events", "VIEW_PRODUCT", ["1", "2", "x3"], { page: "CATEGORY_PAGE" }],
    ["impressions:games", "VIEW_PRODUCT", ["g1", "g2"], {}],
    ["clicks:event", "CLICK_PRODUCT", ["e1"], { index: 0, page: "CATEGORY_PAGE" }],
    ["clicks:outcome", "CLICK_PRODUCT", ["o1"], { index: 1, page: "PRODUCT_PAGE" }],
    ["clicks:game", "CLICK_PRODUCT", ["g1"], { index: 3 }],
    ["clicks:combination", "CLICK_PRODUCT", ["s1", "s2"], {}],
    ["engagement:add_bet", "ADD_TO_CART", ["s1"], { index: 1, page: "PRODUCT_PAGE" }],
    ["engagement:place_ticket", "PURCHASE", ["s1+s2"], { page: "PRODUCT_PAGE" }],
    ["clicks:social", "SHARE", ["e1"], {}],
  ])("of %s is %s", async (type, name, items, more) => {
    const neuralens = await neuralensServer();
    const { post } = await relay(neuralens.options());
    await post(batch([sample(type, { timestamp: "2026-11-21T10:00:01.900Z" })], { sent_at: undefined }));
    await eventually(() => expect(idsOf(neuralens.taken)).toEqual(items));
    for (const each of neuralens.taken) {
      expect(each).toMatchObject({ uid: "520535", event: name, timestamp: 1_795_255_201, ...more });
      if (!("index" in more)) expect(each).not.toHaveProperty("index");
    }
    expect(neuralens.exchanges[0]?.headers).toMatchObject({
      "x-neuralens-api-key": `Bearer ${TOKEN}`,
      "x-neuralens-application-id": "app-1",
    });
  });

  test("of a page in the map is that page", async () => {
    const neuralens = await neuralensServer();
    const { post } = await relay(neuralens.options({ pages: { "/home": "SEARCH_RESULT_PAGE" } }));
    await post(batch([sample("clicks:outcome")]));
    await eventually(() => expect(neuralens.taken).toMatchObject([{ page: "SEARCH_RESULT_PAGE" }]));
  });

  test.each(["users:login", "clicks:menu-item", "social:click"])(
    "of %s is nothing, and that is counted",
    async (type) => {
      const neuralens = await neuralensServer();
      const { post, metric } = await relay(neuralens.options());
      await post(batch([sample(type)]));
      await eventually(async () => expect(await metric(of("skipped_total"))).toBe(1));
      expect([await metric(of("queued")), neuralens.exchanges]).toEqual([0, []]);
    },
  );

  test("of a visitor who is not known is null", async () => {
    const neuralens = await neuralensServer();
    const { post } = await relay(neuralens.options());
    const nobody = { anonymous_id: undefined, session_id: undefined };
    await post(batch([sample("clicks:event", { user_id: null })], nobody));
    await eventually(() => expect(neuralens.taken).toMatchObject([{ uid: null }]));
  });
});

describe("200 with failure", () => {
  test("is a dead letter, once the others of its event have been tried; a replay sends only what was refused", async () => {
    const neuralens = await neuralensServer();
    const { post, metric, dataDir } = await relay(neuralens.options());
    const isThird = ({ body }: { body: unknown }) => JSON.stringify(body).includes('"m2"');
    neuralens.script({
      fault: { status: 200, body: { status: "failure", message: "no such id" } },
      when: isThird,
    });
    await post(batch([impression(5)]));
    await eventually(async () => expect(await metric(of("dead_letters"))).toBe(1));
    expect(idsOf(neuralens.taken)).toEqual(["m0", "m1", "m3", "m4"]);
    const { stdout } = await runCli(["relay", "dead-letters", "list", "--data-dir", dataDir]);
    expect(stdout).toContain("200 failure: no such id");
    await runCli(["relay", "dead-letters", "replay", "--all", "--data-dir", dataDir]);
    await eventually(() => expect(idsOf(neuralens.taken)).toEqual(["m0", "m1", "m3", "m4", "m2"]));
    expect(await metric(of("dead_letters"))).toBe(0);
  });

  test("and neither word is an unknown outcome: again", async () => {
    const neuralens = await neuralensServer();
    neuralens.script({ fault: { status: 200, body: "half" } });
    const { post, metric } = await relay(neuralens.options({ firstRetry: 20 }));
    await post(batch([sample("clicks:event")]));
    await eventually(async () => expect(await metric(of("sent_total"))).toBe(1));
    expect(await metric(of("retried_total"))).toBe(1);
  });
});

describe("progress is kept by request", () => {
  test("a failure in the middle does not repeat those before", async () => {
    const neuralens = await neuralensServer();
    const isSeventh = ({ body }: { body: unknown }) => JSON.stringify(body).includes('"m6"');
    neuralens.script({ fault: { status: 503 }, times: 3, when: isSeventh });
    const { post, metric } = await relay(neuralens.options({ firstRetry: 20 }));
    await post(batch([impression(12)]));
    await eventually(async () => expect(await metric(of("sent_total"))).toBe(1));
    expect(idsOf(neuralens.taken)).toEqual(many(12).map(({ id }) => id));
  });

  test("kill -9 in the middle: a restart sends the rest, and nothing twice", async () => {
    const neuralens = await neuralensServer();
    const dataDir = temporaryFolder();
    const env = {
      NEURALENS_TOKEN: TOKEN,
      NEURALENS_APP_ID: "app-1",
      NEURALENS_URL: `${neuralens.url}/analytics/event`,
    };
    const args = ["--data-dir", dataDir, "--destinations", "neuralens"];
    const isTenth = ({ body }: { body: unknown }) => JSON.stringify(body).includes('"m9"');
    const heal = neuralens.script({ fault: "hang", times: Number.POSITIVE_INFINITY, when: isTenth });
    const first = await relayProcess(args, env);
    // The tenth request of the first hangs; the second is another's, later in the same batch, and done with.
    const other = sample("clicks:event", { user_id: "another" });
    await postTo(`${first.url}/t`, batch([impression(20), other]));
    await eventually(() => expect(neuralens.taken).toHaveLength(10));
    await eventually(() => expect(neuralens.exchanges.filter(({ status }) => status === 0)).toHaveLength(1));
    await first.end("SIGKILL");
    heal();
    await relayProcess(args, env);
    await eventually(() => expect(idsOf(neuralens.taken)).toContain("m19"));
    expect(idsOf(neuralens.taken).sort()).toEqual([...many(20).map(({ id }) => id), "e1"].sort());
  });
});
