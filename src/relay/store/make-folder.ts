import { existsSync, mkdirSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { ConfigError } from "../config/config-error.js";

/**
 * Makes the folder and those above it that are missing. Node does that by itself, but tries forever where the system
 * says that there can be none, as below /proc.
 *
 * @throws ConfigError where there can be none
 */
export function makeFolder(path: string): void {
  const above = dirname(resolve(path));
  if (!existsSync(above)) makeFolder(above);
  try {
    // Of one that is there nothing is made; that it is none but a file is said.
    mkdirSync(path, { recursive: existsSync(path) });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
    throw new ConfigError(`${path}: there can be no such folder (ENOENT)`);
  }
}
