import { readFileSync } from "node:fs";
import type { Envelope } from "../../../src/types.js";
import { scriptTag } from "../../support/page.js";
import { TOLD } from "../ledger.js";
import { relaySink, SCRIPT } from "../relay-sink.js";
import { FLUSH_INTERVAL, type Subject } from "./subject.js";

const tag = (endpoint: string) =>
  scriptTag({ endpoint: `${endpoint}/t`, "flush-interval": `${FLUSH_INTERVAL}`, viewability: "any" });

export const tracktag: Subject = {
  name: "tracktag",
  files: { "/tracktag.js": readFileSync(SCRIPT, "utf8") },
  head: (endpoint) => TOLD + tag(endpoint),
  ready: "!!window.tracktag?.stats",
  // Whose lock is free is inherited, and its key goes.
  drained: `new Promise((resolve) => {
    const look = async () => {
      await tracktag.flush();
      const isEmpty = !tracktag.stats().queued && !Object.keys(localStorage).some((key) => key.startsWith("tracktag.q."));
      isEmpty ? resolve() : setTimeout(look, 50);
    };
    look();
  })`,
  remembered: `Object.keys(localStorage).filter((key) => key.startsWith("tracktag.q."))
    .map((key) => JSON.parse(localStorage[key]).id)`,
  stores: true,
  sink: relaySink,
  idsIn: (body) => {
    if (!body.length) return [];
    const { events } = JSON.parse(body.toString()) as Envelope;
    return events.map(({ id }) => id);
  },
};
