/** A moment of `performance.now()` or of an observer's entry, in ms, as ISO 8601 UTC: monotonic within the page. */
export const toTimestamp = (moment: number): string =>
  new Date(performance.timeOrigin + moment).toISOString();
