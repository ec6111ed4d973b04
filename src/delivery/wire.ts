import type { Send } from "../core.js";
import type { Options } from "../options.js";

/** The way out of the page that the options ask for. None, and a message, where they lack what it needs. */
export type Wire = (options: Options) => Send | undefined;
