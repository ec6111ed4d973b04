import type { Page } from "@playwright/test";
import { startAntsomi } from "../../demo/backends/antsomi.js";
import type { Fault } from "../../demo/backends/backend.js";
import { startNeuralens } from "../../demo/backends/neuralens.js";
import { startPrimeData } from "../../demo/backends/primedata.js";
import { startSportradar } from "../../demo/backends/sportradar.js";
import { startWynta } from "../../demo/backends/wynta.js";
import type { Command } from "../../src/commands.js";
import type { DestinationName } from "../../src/destinations/index.js";
import { eventSchemas } from "../../src/destinations/primedata-schemas.js";
import { type Asked, type Cors, startCors } from "./cors.js";
import { test as base } from "./fixtures.js";
import { push } from "./tracker.js";

const TOKEN = "secret";
const CLIENT = "my-group";

/** What the tests ask of any stand-in. */
interface StandIn {
  url: string;
  /** How many events, or parts of one, it has taken. */
  taken(): number;
  /** The bodies of its requests with the status of each answer, in the order of arrival. */
  exchanges(): { status: number; body: unknown }[];
  script(rule: { fault: Fault; times?: number; when?(): boolean }): () => void;
  close(): Promise<void>;
}

interface Row {
  start(): Promise<StandIn>;
  /** Behind the origin. */
  path: string;
  /** What the tag says beside destination and endpoint. */
  tag: Record<string, string>;
  /** The headers that its document names. */
  headers: string[];
}

const plain = async (starting: ReturnType<typeof startWynta | typeof startAntsomi>): Promise<StandIn> => {
  const { taken, exchanges, ...backend } = await starting;
  return { ...backend, taken: () => taken.length, exchanges: () => exchanges };
};

/** Each destination with its stand-in. */
export const ROWS: Record<DestinationName, Row> = {
  sportradar: {
    async start() {
      const backend = await startSportradar({ token: TOKEN, clientId: CLIENT });
      const { accepted, refused, script } = backend;
      return {
        ...backend,
        taken: () => accepted.length,
        exchanges: () => [...accepted, ...refused].map(({ status, event }) => ({ status, body: event })),
        // Half an answer of nothing is none.
        script: ({ fault, ...rule }) => script({ ...rule, fault: fault === "half" ? "reset" : fault }),
      };
    },
    path: "/api/tracker/events",
    tag: { token: TOKEN, "client-id": CLIENT, "authentication-method": "vaix" },
    headers: ["authorization", "content-type", "x-vaix-client-id", "x-vaix-authentication-method"],
  },
  wynta: {
    start: () => plain(startWynta({ token: TOKEN }) as never),
    path: "",
    tag: { token: TOKEN, "client-id": CLIENT },
    headers: ["authorization", "content-type", "x-client-id", "x-idempotency-key"],
  },
  antsomi: {
    start: () => plain(startAntsomi({ portalId: 33_167, propId: 564_990_801 })),
    path: "/event",
    tag: { "portal-id": "33167", "prop-id": "564990801" },
    headers: [],
  },
  primedata: {
    start: () =>
      plain(startPrimeData({ clientId: CLIENT, token: TOKEN, registered: eventSchemas() }) as never),
    path: "/powehi/smile",
    tag: { token: TOKEN, "client-id": CLIENT },
    headers: ["content-type", "x-client-id", "x-client-access-token"],
  },
  neuralens: {
    start: () => plain(startNeuralens({ token: TOKEN, appId: "app-1" }) as never),
    path: "/analytics/event",
    tag: { token: TOKEN, "app-id": "app-1" },
    headers: ["content-type", "x-neuralens-api-key", "x-neuralens-application-id"],
  },
};

export const NAMES = Object.keys(ROWS) as DestinationName[];

export interface Direct extends StandIn, Pick<Cors, "asked"> {
  cors: Cors;
  /** The tag's options: a late flush, unless the test flushes. */
  tag: Record<string, string>;
  posts(): Asked[];
}

/** An event for each id, of a type that each backend has a place for. */
export const click = (page: Page, ...ids: string[]): Promise<void> =>
  push(page, ...ids.map((event_id): Command => ["track", "clicks:event", { event_id }]));

/** One impression of events with these ids. */
export const see = (page: Page, ...ids: (string | number)[]): Promise<void> =>
  push(page, ["track", "impressions:events", { events: ids.map((id) => ({ id })) }]);

/** The script that the tests load. */
export const SCRIPT = "/tracktag.direct.js";

/** @param start a stand-in on another origin than the page's, which ends with the test */
export const test = base.extend<{ start(name: DestinationName): Promise<Direct> }>({
  start: async ({ browserName: _ }, use) => {
    const ends: (() => Promise<void>)[] = [];
    await use(async (name) => {
      const { start, path, tag, headers } = ROWS[name];
      const backend = await start();
      const cors = await startCors(new URL(backend.url).origin, headers);
      ends.push(cors.close, backend.close);
      const options = { destination: name, endpoint: cors.url + path, "flush-interval": "600000" };
      const posts = () => cors.asked.filter(({ method }) => method === "POST");
      return { ...backend, cors, asked: cors.asked, posts, tag: { ...options, ...tag } };
    });
    for (const end of ends) await end();
  },
});
export { expect } from "./fixtures.js";
