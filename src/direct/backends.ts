import { antsomi } from "../destinations/antsomi.js";
import type { Destination, OutboundRecord, Plan } from "../destinations/destination.js";
import { neuralens } from "../destinations/neuralens.js";
import { primedata } from "../destinations/primedata.js";
import { sportradar } from "../destinations/sportradar.js";
import { wynta } from "../destinations/wynta.js";
import type { DIRECT_OPTIONS } from "./options.js";

type OptionName = keyof typeof DIRECT_OPTIONS;

/** A destination as the page has to know it. */
export interface Backend extends Pick<Destination<unknown>, "rulings"> {
  /** Its configuration: options of the tag, as text, with the endpoint as `url`. */
  requests(records: OutboundRecord[], config: never): Plan;
  /** Records a portion, at most. */
  batch: number;
  /** Options that become headers: a reverse proxy of the site's own may add these instead. */
  secrets: OptionName[];
  /** Options that stand in the address or in the body. */
  ids?: OptionName[];
  /** The endpoint, unless the tag has one. */
  url?: unknown;
}

/**
 * By the name of the destination. Members are named one by one: so what only the relay asks for, such as the help for
 * the settings, stays out of the script.
 */
export const BACKENDS: Record<string, Backend> = {
  sportradar: {
    requests: sportradar.requests,
    rulings: sportradar.rulings,
    batch: sportradar.pace.batch,
    secrets: ["token", "clientId"],
    url: sportradar.settings.url.default,
  },
  wynta: {
    requests: wynta.requests,
    rulings: wynta.rulings,
    batch: wynta.pace.batch,
    secrets: ["token"],
  },
  antsomi: {
    requests: antsomi.requests,
    rulings: antsomi.rulings,
    batch: antsomi.pace.batch,
    secrets: [],
    ids: ["portalId", "propId"],
  },
  primedata: {
    requests: primedata.requests,
    rulings: primedata.rulings,
    batch: primedata.pace.batch,
    secrets: ["token"],
    ids: ["clientId"],
    url: primedata.settings.url.default,
  },
  neuralens: {
    requests: neuralens.requests,
    rulings: neuralens.rulings,
    batch: neuralens.pace.batch,
    secrets: ["token", "appId"],
    url: neuralens.settings.url.default,
  },
};
