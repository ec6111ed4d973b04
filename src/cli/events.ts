import { setTimeout as pause } from "node:timers/promises";
import type { Command } from "commander";
import type { OutboundRecord } from "../destinations/destination.js";
import type { RelayOptions } from "../relay/config/config.js";
import { lastBatch, lastReceived, type Received, receivedAfter } from "../relay/store/received.js";
import { STORE_HELP, useStore } from "./store.js";
import { cell, escaped, iso } from "./text.js";
import { UsageError } from "./usage-error.js";

/** How often it is looked whether more has arrived, ms. */
const INTERVAL = 250;

interface Wanted {
  last: number;
  follow?: true;
  json?: true;
}

/** `tracktag relay events`: what the relay has received, from its store. */
export function addEvents(relay: Command, options: () => RelayOptions): void {
  relay
    .command("events")
    .description("what has arrived, one line each: when, type, user, location, what it is about, id")
    .option("--last <count>", "how many of those that are there", count, 20)
    .option("--follow", "stay, and print what arrives from now on")
    .option("--json", "all of each, as JSON in a line")
    .addHelpText("after", STORE_HELP)
    .action(({ last, follow, json }: Wanted) =>
      useStore(options(), async (db) => {
        const print = (received: Received) => console.log(json ? whole(received) : line(received));
        let seq = lastBatch(db);
        for (const received of lastReceived(db, last)) {
          print(received);
          seq = received.seq;
        }
        while (follow) {
          for (const received of receivedAfter(db, seq)) {
            print(received);
            seq = received.seq;
          }
          await pause(INTERVAL);
        }
      }),
    );
}

const whole = ({ arrived, record }: Received): string =>
  escaped(JSON.stringify({ arrived: iso(arrived), ...record }));

function line({ arrived, record }: Received): string {
  const { type, location, about } = parts(record);
  const columns = [type, record.user_id ?? "-", location, about, record.id];
  return [iso(arrived), ...columns.map((column) => cell(`${column ?? "-"}`))].join("\t");
}

/** What a line tells of a record; the fields of the context that every event has are left out. */
function parts(record: OutboundRecord): { type: string; location?: unknown; about: string } {
  if (record.kind === "identify") return { type: "identify", about: JSON.stringify(record.traits) };
  const { location, page, channel, brand, user, ...about } = record.data;
  return { type: record.event_type, location, about: JSON.stringify(about) };
}

function count(text: string): number {
  if (!/^\d{1,6}$/.test(text))
    throw new UsageError(`--last wants a number of events, not ${JSON.stringify(text)}`);
  return Number(text);
}
