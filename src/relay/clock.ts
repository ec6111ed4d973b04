/** A visitor's clock that is off by no more than this, ms, is left alone: the way here takes time, too. */
const TOLERANCE = 60_000;

/**
 * How far the visitor's clock is behind ours.
 *
 * @param sentAt ISO 8601, by the visitor's clock; undefined or unreadable: nothing is known
 * @param arrived ms since the epoch
 * @returns ms to be added to each time of the batch; 0 where the clock is right or unknown
 */
export function clockShift(sentAt: string | undefined, arrived: number): number {
  const behind = arrived - Date.parse(sentAt ?? "");
  return Math.abs(behind) > TOLERANCE ? behind : 0;
}

/** @param time ISO 8601 with any offset; @returns the corrected time, ISO 8601 UTC */
export function correct(time: string, shift: number): string {
  return new Date(Date.parse(time) + shift).toISOString();
}
