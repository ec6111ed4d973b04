/** The origin's storage, which may be absent, full, blocked or written by others: then the script goes on from memory. */
export interface Storage {
  /** The parsed value; undefined where there is none that parses. */
  read(key: string): unknown;
  /** False where it could not be kept. */
  write(key: string, text: string): boolean;
  remove(key: string): void;
  /** The keys with the prefix. */
  keys(prefix: string): string[];
}

/** localStorage. It is read and written only while that is allowed: not before consent. Removing always is. */
export function createStorage(isAllowed: () => boolean): Storage {
  /** Undefined where storage throws: it does when it is full, and on sight where cookies are blocked. */
  function attempt<T>(action: (storage: globalThis.Storage) => T): T | undefined {
    try {
      return action(localStorage);
    } catch {
      return undefined;
    }
  }
  return {
    read: (key) =>
      isAllowed() ? attempt((storage) => JSON.parse(storage.getItem(key) as string)) : undefined,
    write: (key, text) => isAllowed() && attempt((storage) => storage.setItem(key, text) ?? true) === true,
    remove: (key) => attempt((storage) => storage.removeItem(key)),
    keys: (prefix) =>
      attempt((storage) => Object.keys(storage).filter((key) => key.startsWith(prefix))) ?? [],
  };
}
