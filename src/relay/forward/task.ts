import type { OutboundRecord } from "../../destinations/destination.js";
import type { BatchRow, RetryRow } from "../store/outbox-rows.js";
import { recordsOf } from "../store/records-of.js";
import type { Outcome } from "./outcome.js";

/** A batch that has been read and is not done with. */
export interface OpenBatch {
  seq: number;
  /** Records in it. */
  size: number;
  /** Records that are not settled. */
  left: number;
}

/** A record on its way to one destination. */
export interface Task {
  record: OutboundRecord;
  /** Whose it is: the tasks of one run keep their order. */
  run: string;
  /** ms since the epoch. */
  arrived: number;
  attempts: number;
  /** ms since the epoch: the last attempt; 0 before the first. */
  tried: number;
  /** Which of its requests were taken, by their place among them. */
  done: number[];
  /** Which of them were refused, and what came of the first: in memory only, they are asked again after a restart. */
  refused: { places: number[]; first?: { outcome: Outcome; reason?: string } };
  /** Where it came from: a batch, or a row of the retry table. */
  batch?: OpenBatch;
  row?: number;
}

/**
 * The tasks of a batch, in the order of its records.
 *
 * @returns also how many records the destination does not ask for: identify, where it keeps no profiles
 */
export function tasksOf(
  { seq, arrived, batch }: BatchRow,
  profiles: boolean,
): { open: OpenBatch; tasks: Task[]; unasked: number } {
  const all = recordsOf(batch);
  const records = all.filter(({ kind }) => profiles || kind === "event");
  const open = { seq, size: records.length, left: records.length };
  const tasks = records.map((record) => ({
    record,
    run: runOf(record, seq),
    arrived,
    attempts: 0,
    tried: 0,
    done: [],
    refused: { places: [] },
    batch: open,
  }));
  return { open, tasks, unasked: all.length - records.length };
}

export function taskOf({ id, ...row }: RetryRow): Task {
  return { ...row, row: id, refused: { places: [] } };
}

/**
 * The user; for want of one the visitor, the session, the batch. Half a character (a lone surrogate) has no form in
 * UTF-8, in which the store keeps it and would not find it again: as JSON it is an escape. No other run begins with `"`.
 */
function runOf({ user_id, anonymous_id, session_id }: OutboundRecord, seq: number): string {
  let run = session_id ? `session:${session_id}` : `batch:${seq}`;
  if (user_id !== null) run = `user:${user_id}`;
  else if (anonymous_id) run = `visitor:${anonymous_id}`;
  return /\p{Surrogate}/u.test(run) ? JSON.stringify(run) : run;
}
