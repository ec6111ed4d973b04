/**
 * ms since the epoch, as the machine's clock had it when the process began, plus the time since. Unlike `Date.now()` it
 * never goes back: a clock that is set back by an hour must not have everything wait for an hour.
 */
export const steadyNow = (): number => performance.timeOrigin + performance.now();
