/** Since when entities have been viewable, ms of `now()`, by their identity. */
export type Dwells = Record<string, number>;

/**
 * The dwells of what is viewable at this moment: those from before go on, others begin, and what is not viewable has
 * broken. By identity, so that a list which is made anew breaks none. Pure.
 */
export const goOn = (before: Dwells, viewable: string[], moment: number): Dwells =>
  Object.fromEntries(viewable.map((identity) => [identity, before[identity] ?? moment]));
