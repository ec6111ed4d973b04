import { Counter, Gauge, Registry } from "prom-client";

/** How one destination stands. */
export interface LaneStatus {
  /** Records that it is not done with. */
  queued: number;
  deadLetters: number;
  /** Its credentials are refused. */
  paused: boolean;
  /** ms since the oldest of them arrived; 0 with none. */
  lag: number;
}

export type Metrics = ReturnType<typeof createMetrics>;

/** What the relay counts, in a registry of its own: two relays in one process don't meet. */
export function createMetrics() {
  const registry = new Registry();
  const registers = [registry];
  const counter = <Label extends string>(name: string, help: string, ...labelNames: Label[]) =>
    new Counter({ name: `tracktag_${name}_total`, help, labelNames, registers });

  const lanes = new Map<string, () => LaneStatus>();
  const gauge = (name: string, help: string, value: (status: LaneStatus) => number) =>
    new Gauge({
      name: `tracktag_${name}`,
      help,
      labelNames: ["destination"],
      registers,
      collect() {
        for (const [destination, status] of lanes) this.set({ destination }, value(status()));
      },
    });
  gauge("queued", "Records that are not done with", ({ queued }) => queued);
  gauge("dead_letters", "Records in the dead-letter table", ({ deadLetters }) => deadLetters);
  gauge("paused", "1 while the backend refuses the credentials or the address", ({ paused }) =>
    paused ? 1 : 0,
  );
  gauge("lag_seconds", "Since the oldest record that is not done with arrived", ({ lag }) => lag / 1000);

  const perDestination = {
    sent: counter("sent", "Records that the backend took", "destination"),
    retried: counter("retried", "Attempts that failed and are made again", "destination"),
    refused: counter("refused", "Records that the backend refused for good", "destination"),
    skipped: counter("skipped", "Records that the backend has no place for", "destination"),
  };

  return {
    registry,
    ...perDestination,
    /** Adds a destination to the gauges, and its counters at 0: what is not there yet cannot raise an alarm. */
    watch(destination: string, status: () => LaneStatus) {
      lanes.set(destination, status);
      for (const each of Object.values(perDestination)) each.inc({ destination }, 0);
    },
    batches: counter("batches", "Batches that could be read"),
    received: counter("received", "Events and identify records in them"),
    accepted: counter("accepted", "Of these, accepted, duplicates among them"),
    duplicates: counter("duplicates", "Of these, not kept, for their id was known"),
    dropped: counter("dropped", "Events that pages say they have dropped, by reason", "reason"),
    rejected: counter("rejected", "Of those received, rejected, by code", "code"),
    answers: counter("answers", "Answers to requests, by status", "status"),
  };
}
