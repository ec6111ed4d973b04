import { DESTINATIONS, type DestinationName } from "../../destinations/index.js";
import type { RelayOptions } from "./config.js";

/** The destinations that are told something and yet are none of those to forward to. */
export function leftOut(options: RelayOptions): DestinationName[] {
  const names = Object.keys(DESTINATIONS) as DestinationName[];
  return names.filter((name) => options[name] && !options.destinations?.includes(name));
}
