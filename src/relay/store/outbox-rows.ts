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
  /** Which of its requests were taken, by their place among them. */
  done: number[];
}

/** What is known of a record in a batch after the cursor. */
export interface ProgressRow {
  seq: number;
  id: string;
  /** Which of its requests were taken; null: it is done with, or its row in another table says how it stands. */
  done: number[] | null;
}

/** A step of progress, kept in memory until the next save. `row` is the record's row in the retry table. */
export type Change =
  | ({ kind: "retry" } & Omit<RetryRow, "id">)
  | { kind: "again"; row: number; due: number | null; attempts: number; tried: number }
  | { kind: "part"; row: number; done: number[] }
  | { kind: "done"; row: number; run: string }
  | {
      kind: "dead";
      died: number;
      arrived: number;
      reason: string;
      record: OutboundRecord;
      done: number[];
    };
