/** This moment, ms since the page began: monotonic, and the clock of observers' entries. */
export const now = (): number => performance.now();
