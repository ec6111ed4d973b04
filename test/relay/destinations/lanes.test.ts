import { describe, expect, test } from "vitest";
import type { AntsomiEvent } from "../../../demo/backends/antsomi.js";
import type { NeuralensEvent } from "../../../demo/backends/neuralens.js";
import type { PrimeDataEvent } from "../../../demo/backends/primedata.js";
import type { WyntaEvent } from "../../../demo/backends/wynta.js";
import { DESTINATIONS, type DestinationName } from "../../../src/destinations/index.js";
import {
  antsomiServer,
  metricOf,
  neuralensServer,
  primedataServer,
  wyntaServer,
} from "../support/backends.js";
import { batch, numbered } from "../support/batch.js";
import { relayProcess } from "../support/cli.js";
import { post as postTo } from "../support/http.js";
import { forwardingTo, relay, sportradarServer, temporaryFolder } from "../support/relay.js";
import { eventually } from "../support/wait.js";

const ALWAYS = { times: Number.POSITIVE_INFINITY };

/** All five, and by name what each has taken: the numbers of the events, in the order of arrival. */
async function five(given: Record<string, unknown> = {}) {
  const sportradar = await sportradarServer();
  const others = {
    wynta: await wyntaServer(),
    antsomi: await antsomiServer(),
    primedata: await primedataServer(),
    neuralens: await neuralensServer(),
  };
  const all = [
    forwardingTo(sportradar, given),
    ...Object.values(others).map(({ options }) => options(given)),
  ];
  const options = Object.assign({}, ...all, { destinations: Object.keys(DESTINATIONS) });
  const taken: Record<DestinationName, () => string[]> = {
    sportradar: () => sportradar.accepted.map(({ event }) => String(event.data?.event_id)),
    wynta: () => (others.wynta.taken as WyntaEvent[]).map(({ properties }) => String(properties?.event_id)),
    antsomi: () => (others.antsomi.taken as AntsomiEvent[]).map(({ items }) => String(items?.[0]?.id)),
    primedata: () => (others.primedata.taken as PrimeDataEvent[]).map(({ target }) => target.itemId),
    neuralens: () => (others.neuralens.taken as NeuralensEvent[]).map(({ items }) => String(items[0]?.id)),
  };
  return { sportradar, ...others, options, taken };
}

const names = Object.keys(DESTINATIONS) as DestinationName[];

describe("each destination has its own lane", () => {
  test("those that hang, fail, refuse or pause delay none of the others", async () => {
    const { sportradar: _, wynta, antsomi, primedata, neuralens, options, taken } = await five();
    const heals = [
      wynta.script({ fault: "hang", ...ALWAYS }),
      antsomi.script({ fault: { status: 500 }, ...ALWAYS }),
      primedata.script({ fault: { status: 401 }, ...ALWAYS }),
    ];
    neuralens.script({ fault: { status: 422 }, times: 5 });
    const { post, metric } = await relay({ ...options, wynta: { ...options.wynta, timeout: 60_000 } });
    const events = Array.from({ length: 100 }, (_, n) => numbered(String(n), { user_id: `user ${n % 20}` }));
    await post(batch(events));
    await eventually(() => expect(taken.sportradar()).toHaveLength(100));
    await eventually(() => expect(taken.neuralens()).toHaveLength(95));
    await eventually(async () => expect(await metric(metricOf("dead_letters", "neuralens"))).toBe(5));
    const queued = names.map((name) => metric(metricOf("queued", name)));
    expect(await Promise.all(queued)).toEqual([0, 100, 100, 100, 0]);
    expect(await metric(metricOf("lag_seconds", "wynta"))).toBeGreaterThan(0);
    expect(await metric(metricOf("paused", "primedata"))).toBe(1);
    for (const heal of heals) heal();
  });

  test("no more requests a second than are configured", async () => {
    const { options, taken } = await five({ rate: 20 });
    const begun = Date.now();
    const { post } = await relay({ ...options, destinations: ["sportradar", "neuralens"] });
    await post(batch(Array.from({ length: 21 }, (_, n) => numbered(String(n), { user_id: `user ${n}` }))));
    for (const name of ["sportradar", "neuralens"] as const) {
      await eventually(() => expect(taken[name]()).toHaveLength(21));
    }
    expect(Date.now() - begun).toBeGreaterThanOrEqual(950);
  });
});

test("kill -9 under load, again and again: each of the five gets everything that was answered with 202", async () => {
  const { options, taken, ...servers } = await five();
  const { wynta, antsomi, primedata, neuralens } = options;
  const env = {
    TRACKTAG_DESTINATIONS: names.join(","),
    SPORTRADAR_URL: servers.sportradar.url,
    SPORTRADAR_TOKEN: options.sportradar.token,
    SPORTRADAR_CLIENT_ID: options.sportradar.clientId,
    WYNTA_URL: wynta.url,
    WYNTA_TOKEN: wynta.token,
    WYNTA_CLIENT_ID: wynta.clientId,
    ANTSOMI_URL: antsomi.url,
    ANTSOMI_PORTAL_ID: String(antsomi.portalId),
    ANTSOMI_PROP_ID: String(antsomi.propId),
    PRIMEDATA_URL: primedata.url,
    PRIMEDATA_CLIENT_ID: primedata.clientId,
    PRIMEDATA_TOKEN: primedata.token,
    NEURALENS_URL: neuralens.url,
    NEURALENS_TOKEN: neuralens.token,
    NEURALENS_APP_ID: neuralens.appId,
  };
  const args = ["--data-dir", temporaryFolder()];
  const acknowledged: string[] = [];
  let count = 0;
  for (let life = 0; life < 3; life++) {
    const { url, end } = await relayProcess(args, env);
    const visitor = async () => {
      for (;;) {
        const own = Array.from({ length: 3 }, () =>
          numbered(String(count++), { user_id: `user ${count % 9}` }),
        );
        const reply = await postTo(`${url}/t`, batch(own)).catch(() => undefined);
        if (reply?.status !== 202) return;
        acknowledged.push(...own.map(({ data }) => String(data.event_id)));
      }
    };
    const visitors = Array.from({ length: 4 }, visitor);
    for (const server of [servers.wynta, servers.antsomi, servers.primedata, servers.neuralens]) {
      server.script({ fault: { status: 500 }, times: 2 });
    }
    const target = acknowledged.length + 150;
    await eventually(() => expect(acknowledged.length).toBeGreaterThan(target));
    await end("SIGKILL");
    await Promise.all(visitors);
  }
  await relayProcess(args, env);
  for (const name of names) {
    await eventually(() => {
      const arrived = new Set(taken[name]());
      expect([name, acknowledged.filter((each) => !arrived.has(each))]).toEqual([name, []]);
    });
  }
}, 60_000);
