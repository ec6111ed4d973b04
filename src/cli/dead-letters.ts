import type { Database } from "better-sqlite3";
import type { Command } from "commander";
import { DESTINATIONS } from "../destinations/index.js";
import type { RelayOptions } from "../relay/config/config.js";
import { SETTINGS } from "../relay/config/settings.js";
import { openDatabase } from "../relay/store/database.js";
import {
  type DeadLetter,
  findDeadLetter,
  listDeadLetters,
  replayDeadLetters,
  type Wanted,
} from "../relay/store/dead-letters.js";
import { UsageError } from "./usage-error.js";

/** A terminal's line, less the columns before it. */
const REASON_WIDTH = 80;

const OF_DESTINATION = ["--destination <name>", "those of one backend", destination] as const;

function destination(name: string): string {
  const names = Object.keys(DESTINATIONS);
  if (names.includes(name)) return name;
  throw new UsageError(`${name} is not a destination, only ${names.join(", ")}`);
}

/** `tracktag relay dead-letters`: works on the data folder, whether or not a relay runs on it. */
export function addDeadLetters(relay: Command, options: () => RelayOptions): void {
  const deadLetters = relay
    .command("dead-letters")
    .description("what backends refused for good: list, show, send again")
    .addHelpText(
      "after",
      "\nThe store is where --data-dir, TRACKTAG_DATA_DIR or the configuration file has it.",
    );

  const inStore = (use: (db: Database) => void): void => {
    const preset = SETTINGS.find(({ path }) => path === "dataDir")?.default as string;
    const db = openDatabase(options().dataDir ?? preset);
    try {
      use(db);
    } finally {
      db.close();
    }
  };

  deadLetters
    .command("list")
    .description("one line each: id, when, destination, type, event id, reason")
    .option(...OF_DESTINATION)
    .action((wanted: Wanted) =>
      inStore((db) => {
        for (const each of listDeadLetters(db, wanted)) console.log(line(each));
      }),
    );

  deadLetters
    .command("show <id>")
    .description("all of one, as JSON")
    .action((id: string) =>
      inStore((db) => {
        const found = findDeadLetter(db, number(id));
        if (!found) throw new UsageError(`there is no dead letter ${id}`);
        const shown = { ...found, died: iso(found.died), arrived: iso(found.arrived) };
        console.log(escaped(JSON.stringify(shown, null, 2)));
      }),
    );

  deadLetters
    .command("replay [ids...]")
    .description("sends them again, by a relay that runs or with its next start")
    .option("--all", "every one")
    .option(...OF_DESTINATION)
    .action((ids: string[], { all, destination }: { all?: true; destination?: string }) => {
      if (!all === !ids.length) throw new UsageError("replay wants either --all or the ids of dead letters");
      if (destination && !all) throw new UsageError("--destination goes with --all");
      const numbers = ids.map(number);
      inStore((db) => {
        const missing = numbers.filter((id) => !findDeadLetter(db, id));
        if (missing.length) throw new UsageError(`there is no dead letter ${missing.join(", ")}`);
        console.log(`${replayDeadLetters(db, all ? { destination } : { ids: numbers })} to be sent again`);
      });
    });
}

function line({ id, died, destination, record, reason }: DeadLetter): string {
  const type = record.kind === "event" ? record.event_type : record.kind;
  const short = reason.replace(/[\s\p{C}]+/gu, " ").slice(0, REASON_WIDTH);
  return [id, iso(died), destination, type, record.id, short].join("\t");
}

/** JSON leaves some characters as they are that a terminal obeys, or that turn the order of a line around. */
const escaped = (json: string): string =>
  json.replace(/[\x7f-\x9f\p{Cf}]/gu, (sign) =>
    [...Array(sign.length).keys()]
      .map((at) => `\\u${sign.charCodeAt(at).toString(16).padStart(4, "0")}`)
      .join(""),
  );

function number(id: string): number {
  if (!/^\d{1,15}$/.test(id)) throw new UsageError(`${JSON.stringify(id)} is not the id of a dead letter`);
  return Number(id);
}

const iso = (ms: number) => new Date(ms).toISOString();
