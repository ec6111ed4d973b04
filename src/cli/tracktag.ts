import { readFileSync } from "node:fs";
import { Command, CommanderError } from "commander";
import { ConfigError } from "../relay/config/config-error.js";
import { StoreError } from "../relay/store/store-error.js";
import { addRelay } from "./relay.js";
import { addSchemas } from "./schemas.js";
import { UsageError } from "./usage-error.js";

/** Once built, this file is in `dist`. */
const { version } = JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8"));

const program = new Command("tracktag")
  .description("Records what the visitors of a sportsbook or casino saw and clicked, and delivers it")
  .version(version)
  .exitOverride()
  // Errors are printed below, all in one form.
  .configureOutput({ outputError: () => {} });
addRelay(program);
addSchemas(program);

// Whoever reads what is printed may have seen enough, as `head` has. Nothing is wrong with that: what has printed ends
// by itself, and a relay goes on.
process.stdout.on("error", () => {});

try {
  await program.parseAsync();
} catch (error) {
  process.exitCode = report(error);
}

/** Prints what is wrong as one line. @returns the exit code: 2 for what was asked for, 1 for what went wrong */
function report(error: unknown): number {
  if (error instanceof CommanderError) {
    if (error.exitCode === 0) return 0;
    if (error.code !== "commander.help") say(error.message.replace(/^error: /, ""));
    return 2;
  }
  const isPlain = error instanceof ConfigError || error instanceof UsageError || error instanceof StoreError;
  if (!isPlain) throw error;
  say(error.message);
  return error instanceof StoreError ? 1 : 2;
}

function say(message: string): void {
  console.error(`tracktag: ${message.replace(/\s*\n\s*/g, " ")}`);
}
