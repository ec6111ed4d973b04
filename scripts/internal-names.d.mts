/** The names that the minifier may shorten. */
export function internalNames(): string[];
