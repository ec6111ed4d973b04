import type { Database } from "better-sqlite3";
import type { OutboundRecord } from "../../destinations/destination.js";
import { recordsOf } from "./records-of.js";

/** A record as the store has it: with what is known of its batch, and when that arrived. */
export interface Received {
  /** The number of its batch: those that arrive later have a larger one. */
  seq: number;
  /** ms since the epoch. */
  arrived: number;
  record: OutboundRecord;
}

interface Row {
  seq: number;
  arrived: number;
  body: string;
}

const COLUMNS = "SELECT seq, arrived, body FROM batches";

/** The records that have arrived last, so many at most, in the order of their arrival. */
export function lastReceived(db: Database, most: number): Received[] {
  const last: Received[] = [];
  for (const row of db.prepare<[], Row>(`${COLUMNS} ORDER BY seq DESC`).iterate()) {
    if (last.length >= most) break;
    last.unshift(...received(row));
  }
  return most ? last.slice(-most) : [];
}

/** The records of the batches that came after this one, in the order of their arrival. */
export function* receivedAfter(db: Database, seq: number): Generator<Received> {
  const rows = db.prepare<[number], Row>(`${COLUMNS} WHERE seq > ? ORDER BY seq`);
  for (const row of rows.iterate(seq)) yield* received(row);
}

/** The number of the last batch; 0 before the first. */
export const lastBatch = (db: Database): number =>
  db.prepare<[], number>("SELECT coalesce(max(seq), 0) FROM batches").pluck().get() as number;

const received = ({ seq, arrived, body }: Row): Received[] =>
  recordsOf(JSON.parse(body)).map((record) => ({ seq, arrived, record }));
