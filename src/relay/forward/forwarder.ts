import type { Database } from "better-sqlite3";
import type { RelayConfig } from "../config/config.js";
import type { Live } from "../live.js";
import type { Log } from "../log.js";
import type { Metrics } from "../metrics.js";
import { Outbox } from "../store/outbox.js";
import { bind } from "./bind.js";
import { Lane } from "./lane.js";
import { createSender } from "./send.js";

export interface Forwarder {
  /** Batches of so many records have been stored. */
  wake(records: number): void;
  /** Resolves within `grace` ms and a little. */
  stop(grace: number): Promise<void>;
}

/** Starts a lane for each destination of the configuration. */
export function startForwarder(deps: {
  config: RelayConfig;
  db: Database;
  log: Log;
  metrics: Metrics;
  live?: Live;
}): Forwarder {
  const { config, db, log, metrics, live } = deps;
  const lanes = config.destinations.map((name) => {
    const settings = config[name];
    const { concurrency, probeInterval, firstRetry, longestRetry } = settings;
    const lane = new Lane({
      destination: bind(name, settings),
      outbox: new Outbox(db, name),
      sender: createSender(settings),
      concurrency,
      probeInterval,
      waits: { first: firstRetry, longest: longestRetry },
      log,
      metrics,
      live,
    });
    metrics.watch(name, () => lane.status());
    return lane;
  });
  const wake = (records: number) => {
    for (const lane of lanes) lane.wake(records);
  };
  wake(0);
  return {
    wake,
    async stop(grace) {
      await Promise.all(lanes.map((lane) => lane.stop(grace)));
    },
  };
}
