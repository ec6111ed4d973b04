import { attempt } from "./attempt.js";

/**
 * localStorage, which throws when it is full and, where cookies are blocked, on sight; and what is in it may have been
 * written by others. Then the script goes on from memory. Nobody but `consent(false)` calls these before consent.
 */

/** The parsed value; undefined where there is none that parses. */
export const read = (key: string): unknown => attempt(() => JSON.parse(localStorage[key] ?? null));

/** What stands there already is not written again. */
export const write = (key: string, text: string): unknown =>
  attempt(() => localStorage[key] === text || (localStorage[key] = text));

export const remove = (key: string): unknown => attempt(() => delete localStorage[key]);

/** The keys with the prefix. */
export const keys = (prefix: string): string[] =>
  attempt(() => Object.keys(localStorage).filter((key) => key.startsWith(prefix))) ?? [];
