import type { OutboundRecord } from "../../destinations/destination.js";
import type { StoredBatch } from "./inbox.js";

/** A batch to be forwarded. */
export interface BatchRow {
  seq: number;
  arrived: number;
  batch: StoredBatch;
}

/** A record in the retry table. */
export interface RetryRow {
  id: number;
  run: string;
  /** ms since the epoch; null: waits behind another of its run. */
  due: number | null;
  attempts: number;
  /** ms since the epoch: the last attempt. */
  tried: number;
  arrived: number;
  record: OutboundRecord;
}

/** A step of progress, kept in memory until the next save. `row` is the record's row in the retry table. */
export type Change =
  | ({ kind: "retry" } & Omit<RetryRow, "id">)
  | { kind: "again"; row: number; due: number; attempts: number; tried: number }
  | { kind: "done"; row: number; run: string }
  | { kind: "dead"; died: number; arrived: number; reason: string; record: OutboundRecord };
