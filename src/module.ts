/** The ESM entry. */
export type { EventType } from "./catalog.js";
export type { Command } from "./commands.js";
export type { GivenOptions } from "./options.js";
export { createTracker, type Tracker } from "./tracker.js";
export type * from "./types.js";
