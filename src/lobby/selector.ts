import { IMPRESSIONS, selectorFor } from "../attributes.js";

/** What is annotated: all that can be seen. */
export const SELECTOR = selectorFor(Object.keys(IMPRESSIONS));
