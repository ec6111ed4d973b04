import { CATALOG } from "../catalog.js";

/** Every event type, with the fields of `data` that it needs. */
export const EVENT_TYPES: ReadonlyMap<string, readonly string[]> = CATALOG;
