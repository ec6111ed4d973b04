import { sportradar } from "./sportradar.js";

/** Every backend that the relay can forward to. Adding one is adding a row here, and its settings to the relay's. */
export const DESTINATIONS = { sportradar };

export type DestinationName = keyof typeof DESTINATIONS;
