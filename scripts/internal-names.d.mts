/**
 * The names that the minifier may shorten.
 *
 * @param entry the script's source; by default the small one's
 */
export function internalNames(entry?: string): string[];
