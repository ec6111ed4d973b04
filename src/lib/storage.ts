import { attempt } from "./attempt.js";

/** The origin's storage, which may be absent, full, blocked or written by others: then the script goes on from memory. */
export interface Storage {
  /** The parsed value; undefined where there is none that parses. */
  read(key: string): unknown;
  /** Whether it was kept. */
  write(key: string, text: string): boolean;
  remove(key: string): void;
  /** The keys with the prefix. */
  keys(prefix: string): string[];
}

/**
 * localStorage, which throws when it is full and, where cookies are blocked, on sight.
 *
 * @param isAllowed whether it may be read and written: not before consent
 */
export const createStorage = (isAllowed: () => boolean): Storage => ({
  read: (key) => attempt(() => isAllowed() && JSON.parse(localStorage[key])),
  write: (key, text) => !!attempt(() => isAllowed() && (localStorage[key] = text)),
  remove: (key) => attempt(() => localStorage.removeItem(key)),
  keys: (prefix) => attempt(() => Object.keys(localStorage).filter((key) => key.startsWith(prefix))) ?? [],
});
