import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { WireEvent } from "../../src/types.js";
import { SCRIPTS } from "./relay.js";
import type { Site } from "./site.js";

/** Where the site has the script with the add-ons. */
export const FULL = "/tracktag.full.js";

/** The demo's pages name `tracktag.js`: they get this script in its place. */
export const serveFull = (site: Site): void =>
  site.file("/tracktag.js", readFileSync(join(SCRIPTS, FULL), "utf8"));

/** The events that tell a metric, in the order of their arrival; of this one, where it is named. */
export const vitalsIn = (events: WireEvent[], name?: string): WireEvent[] =>
  events.filter(({ data }) => "rating" in data && (name ?? data.name) === data.name);

/** The names of the metrics, sorted. */
export const namesIn = (events: WireEvent[]): unknown[] =>
  vitalsIn(events)
    .map(({ data }) => data.name)
    .sort();
