import { antsomi } from "./antsomi.js";
import type { Destination } from "./destination.js";
import { neuralens } from "./neuralens.js";
import { primedata } from "./primedata.js";
import { sportradar } from "./sportradar.js";
import { wynta } from "./wynta.js";

/** Every backend that the relay can forward to. Adding one is adding a row here. */
export const DESTINATIONS = { sportradar, wynta, antsomi, primedata, neuralens };

export type DestinationName = keyof typeof DESTINATIONS;

/** What the destination of this name has to be told. */
export type ConfigOf<Name extends DestinationName> =
  (typeof DESTINATIONS)[Name] extends Destination<infer Config> ? Config : never;
