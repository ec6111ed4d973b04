import type { Database } from "better-sqlite3";
import type { RelayOptions } from "../relay/config/config.js";
import { SETTINGS } from "../relay/config/settings.js";
import { openDatabase } from "../relay/store/database.js";

/** What the help of each command says that works on the store. */
export const STORE_HELP =
  "\nThe store is where --data-dir, TRACKTAG_DATA_DIR or the configuration file has it.";

/**
 * Uses the store that a relay with these options has, whether or not one runs on it.
 *
 * @throws StoreError where there is none, or it cannot be used
 */
export async function useStore(
  { dataDir }: RelayOptions,
  use: (db: Database) => void | Promise<void>,
): Promise<void> {
  // What only prints, as `events --follow` does for ever, ends when nobody reads it any more.
  process.stdout.on("error", () => process.exit());
  const preset = SETTINGS.find(({ path }) => path === "dataDir")?.default as string;
  const db = openDatabase(dataDir ?? preset);
  try {
    await use(db);
  } finally {
    db.close();
  }
}
