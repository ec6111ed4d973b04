import { ConfigError } from "../config/config-error.js";

/** The store cannot be used. The message is one line that names the file. */
export class StoreError extends Error {
  override name = "StoreError";

  /** Runs `use`; what it throws becomes a StoreError about the file. */
  static naming<T>(file: string, use: () => T): T {
    try {
      return use();
    } catch (error) {
      throw error instanceof StoreError || error instanceof ConfigError
        ? error
        : new StoreError(`${file}: ${plain(error)}`, { cause: error });
    }
  }
}

const MEANING: Record<string, string> = {
  SQLITE_NOTADB: "is not a tracktag store",
  SQLITE_CORRUPT: "is damaged",
  SQLITE_CANTOPEN: "cannot be opened",
  SQLITE_BUSY: "is locked by another process",
  SQLITE_READONLY: "cannot be written to",
  EACCES: "cannot be opened: permission denied",
  EEXIST: "cannot be opened: a file is where a folder should be",
  ENOTDIR: "cannot be opened: a file is where a folder should be",
};

function plain(error: unknown): string {
  const { code = "", message } = error as { code?: string; message: string };
  // The library has no code for it.
  if (/directory does not exist/.test(message)) return "cannot be opened: there is no such folder";
  // Extended codes such as SQLITE_CORRUPT_VTAB begin with their plain one.
  const known = Object.keys(MEANING).find((key) => code.startsWith(key));
  return known ? `${MEANING[known]} (${code})` : message;
}
