import type { Command } from "commander";
import { DESTINATIONS } from "../destinations/index.js";
import type { RelayOptions } from "../relay/config/config.js";
import {
  type DeadLetter,
  findDeadLetter,
  listDeadLetters,
  replayDeadLetters,
  type Wanted,
} from "../relay/store/dead-letters.js";
import { STORE_HELP, useStore } from "./store.js";
import { cell, escaped, iso } from "./text.js";
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
    .addHelpText("after", STORE_HELP);

  deadLetters
    .command("list")
    .description("one line each: id, when, destination, type, event id, reason")
    .option(...OF_DESTINATION)
    .action((wanted: Wanted) =>
      useStore(options(), (db) => {
        for (const each of listDeadLetters(db, wanted)) console.log(line(each));
      }),
    );

  deadLetters
    .command("show <id>")
    .description("all of one, as JSON")
    .action((id: string) =>
      useStore(options(), (db) => {
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
      return useStore(options(), (db) => {
        const missing = numbers.filter((id) => !findDeadLetter(db, id));
        if (missing.length) throw new UsageError(`there is no dead letter ${missing.join(", ")}`);
        console.log(`${replayDeadLetters(db, all ? { destination } : { ids: numbers })} to be sent again`);
      });
    });
}

function line({ id, died, destination, record, reason }: DeadLetter): string {
  const type = record.kind === "event" ? record.event_type : record.kind;
  const short = cell(reason).slice(0, REASON_WIDTH);
  return [id, iso(died), destination, type, record.id, short].join("\t");
}

function number(id: string): number {
  if (!/^\d{1,15}$/.test(id)) throw new UsageError(`${JSON.stringify(id)} is not the id of a dead letter`);
  return Number(id);
}
