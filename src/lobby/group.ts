/**
 * Elements that stand close together. Two of them are its guards: the browser is asked to look at these from far away,
 * and the members are watched as long as one of the guards is near.
 */
export interface Group {
  /** In the order in which they were found. */
  members: Element[];
  /** The first and the last of the members. */
  guards: Element[];
  /** Those of them that are near. */
  near: Element[];
  /** Whether the members are watched. */
  isWatched: boolean;
}

/** A group has at least so many members: fewer cost no more than their guards do. */
export const LEAST = 4;

/** And at most so many. */
export const MOST = 64;
