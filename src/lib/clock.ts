/** This moment, ms since the page began: monotonic, and the clock of observers' entries. */
export const now = (): number => performance.now();

/** A moment as ISO 8601 UTC. */
export const toTimestamp = (moment: number): string =>
  new Date(performance.timeOrigin + moment).toISOString();
