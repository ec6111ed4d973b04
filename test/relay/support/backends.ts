import { onTestFinished } from "vitest";
import { startAntsomi } from "../../../demo/backends/antsomi.js";
import type { Backend } from "../../../demo/backends/backend.js";
import { startNeuralens } from "../../../demo/backends/neuralens.js";
import { startPrimeData } from "../../../demo/backends/primedata.js";
import { startWynta } from "../../../demo/backends/wynta.js";
import type { DestinationName } from "../../../src/destinations/index.js";
import { eventSchemas } from "../../../src/destinations/primedata-schemas.js";
import type { RelayOptions } from "../../../src/relay/config/config.js";
import { CLIENT_ID, TOKEN } from "./relay.js";

/** A stand-in that listens, and the options of a relay that forwards to it alone. */
export interface Started<Taken> extends Backend<Taken> {
  options(given?: Record<string, unknown>): RelayOptions;
}

/** The backend ends with the test. */
async function started<Taken>(
  name: DestinationName,
  starting: Promise<Backend<Taken>>,
  settings: (url: string) => Record<string, unknown>,
): Promise<Started<Taken>> {
  const backend = await starting;
  onTestFinished(() => backend.close());
  return {
    ...backend,
    options: (given = {}) => ({ destinations: [name], [name]: { ...settings(backend.url), ...given } }),
  };
}

export const wyntaServer = (token = TOKEN) =>
  started("wynta", startWynta({ token }), (url) => ({ url, token: TOKEN, clientId: CLIENT_ID }));

const ACCOUNT = { portalId: 33_167, propId: 564_990_801 };

export const antsomiServer = () =>
  started("antsomi", startAntsomi(ACCOUNT), (url) => ({ url: `${url}/event`, ...ACCOUNT }));

export const primedataServer = (registered = eventSchemas()) =>
  started("primedata", startPrimeData({ clientId: CLIENT_ID, token: TOKEN, registered }), (url) => ({
    url: `${url}/powehi/smile`,
    clientId: CLIENT_ID,
    token: TOKEN,
  }));

export const neuralensServer = () =>
  started("neuralens", startNeuralens({ token: TOKEN, appId: "app-1" }), (url) => ({
    url: `${url}/analytics/event`,
    token: TOKEN,
    appId: "app-1",
  }));

/** The four whose stand-ins have the same form. */
export const SERVERS = {
  wynta: wyntaServer,
  antsomi: antsomiServer,
  primedata: primedataServer,
  neuralens: neuralensServer,
};

/** A metric of a destination. */
export const metricOf = (name: string, destination: string) =>
  `tracktag_${name}{destination="${destination}"}`;
