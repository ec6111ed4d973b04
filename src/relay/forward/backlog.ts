import type { Outbox } from "../store/outbox.js";
import { Journal } from "./journal.js";
import { Runs } from "./runs.js";
import { type OpenBatch, type Task, taskOf, tasksOf } from "./task.js";
import { Window } from "./window.js";

/** Records between the cursor and the last batch read. */
const WINDOW = 2048;
/** While fewer runs than this have something to send, more is read: a busy user must not keep out the others. */
const READ_AHEAD = 256;
/** Batches read at a time; also runs, and records of one run, loaded from the retry table at a time. */
const PORTION = 32;
/** The retry table is looked at this often for what `dead-letters replay` put there, ms. */
const POLL = 1000;

/**
 * What waits for one destination: new batches, and records that are to be tried again. A record leaves the window for
 * the retry table when it fails; those of the same run that come after it go behind it there, so that they keep their
 * order. Changes are collected in memory and saved together with the cursor, all or nothing.
 */
export class Backlog {
  readonly #window: Window;
  readonly #tasks = new Runs<Task>();
  /** How many records of each run are in the retry table. */
  readonly #blocked: Map<string, number>;
  /** Runs of the retry table that are in memory, and how many records of each. */
  readonly #loaded = new Map<string, number>();
  readonly #journal: Journal;
  #moreBatches = true;
  /** ms of the steady clock: when to look at the retry table. */
  lookAt = 0;
  /** Records that this destination is not done with. */
  queued: number;

  constructor(
    private readonly outbox: Outbox,
    private readonly profiles: boolean,
    /** Hears of so many records that are not taken up: identify, where the destination keeps no profiles. */
    private readonly onSkip: (records: number) => void,
  ) {
    this.#window = new Window(outbox.cursor(), WINDOW);
    outbox.hasten(Date.now());
    this.#blocked = outbox.runs();
    this.#journal = new Journal(outbox);
    this.queued = outbox.unread() + outbox.retrying();
  }

  /** There is a new batch of so many records. */
  wake(records: number): void {
    this.#moreBatches = true;
    this.queued += records;
  }

  /**
   * Up to `limit` tasks to be sent now, none if there are fewer than `least`. Each is to be settled or put back, and
   * then released.
   */
  take(limit: number, now: number, least = 1): Task[] {
    // While progress cannot be saved (disk full), nothing more is begun: it would only be sent twice.
    if (this.#journal.size >= WINDOW) return [];
    this.#loadRetries(now);
    this.#readBatches();
    if (!this.#tasks.has(least)) return [];
    for (;;) {
      const taken = this.#tasks.take(limit);
      const waits = (task: Task) => task.row === undefined && this.#blocked.has(task.run);
      const behind = taken.filter(waits);
      const sendable = taken.filter((task) => !waits(task));
      for (const task of behind) this.#retry(task, null, 0);
      const busy = new Set(sendable.map(({ run }) => run));
      this.release(behind.filter(({ run }) => !busy.has(run)));
      if (sendable.length || !taken.length) return sendable;
    }
  }

  /**
   * Back to the front of its run: it was not sent, or not judged. One of the retry table whose run has been postponed
   * meanwhile waits there for those before it.
   */
  putBack(tasks: Task[]): void {
    this.#tasks.putBack(tasks.filter(({ row, run }) => row === undefined || this.#loaded.has(run)));
  }

  release(tasks: Task[]): void {
    for (const run of new Set(tasks.map((task) => task.run))) this.#tasks.release(run);
  }

  /** Done with: delivered, or this destination has no place for it. */
  finish(task: Task): void {
    this.queued -= 1;
    this.#leave(task);
    if (task.row === undefined) return;
    this.#journal.add({ kind: "done", row: task.row, run: task.run });
    this.#count(this.#loaded, task.run, -1);
    this.#count(this.#blocked, task.run, -1);
    // More of this run are in the table than were loaded.
    if (this.#blocked.has(task.run) && !this.#loaded.has(task.run)) this.lookAt = 0;
  }

  /** Never again: a dead letter. */
  bury(task: Task, reason: string, now: number): void {
    const { arrived, record, done } = task;
    this.#journal.add({ kind: "dead", died: now, arrived, reason, record, done });
    this.finish(task);
  }

  /** One of its requests was taken, and others are still to be. */
  note({ batch, row, record, done }: Task): void {
    if (batch) this.#journal.note({ seq: batch.seq, id: record.id, done });
    if (row !== undefined) this.#journal.add({ kind: "part", row, done });
  }

  /**
   * Again, not before `due`, in ms since the epoch. Of a run that fails together only the first record gets a time:
   * the others wait for it.
   */
  postpone(task: Task, due: number, attempts: number, now: number): void {
    const { row, run } = task;
    this.lookAt = Math.min(this.lookAt, due);
    if (row === undefined) {
      this.#retry({ ...task, attempts }, this.#blocked.has(run) ? null : due, now);
      return;
    }
    // The others of its run wait in the table, not in memory.
    const isFirst = this.#loaded.delete(run);
    this.#journal.add({ kind: "again", row, due: isFirst ? due : null, attempts, tried: now });
    this.#tasks.drop(run, (each) => each.row !== undefined);
  }

  /** @throws when the disk is full, say: then all of it is saved another time */
  save(): void {
    this.#journal.save(this.#window.cursor);
  }

  #retry(task: Task, due: number | null, tried: number): void {
    const { run, arrived, record, attempts, done } = task;
    this.#journal.add({ kind: "retry", run, due, attempts, tried, arrived, record, done });
    this.#count(this.#blocked, run, 1);
    this.#leave(task);
  }

  /** It is not in its batch any more. */
  #leave({ batch, record }: Task): void {
    if (!batch) return;
    this.#journal.note({ seq: batch.seq, id: record.id, done: null });
    this.#window.settle(batch);
  }

  #readBatches(): void {
    while (this.#moreBatches && this.#tasks.ready < READ_AHEAD && !this.#window.full) {
      const rows = this.outbox.batchesAfter(this.#window.read, PORTION);
      this.#moreBatches = rows.length === PORTION;
      for (const row of rows) {
        const { open, tasks, unasked } = tasksOf(row, this.profiles);
        this.queued -= unasked;
        if (unasked) this.onSkip(unasked);
        for (const task of tasks) this.#enter(task, open);
        this.#window.add(open);
      }
    }
  }

  /** A record of a batch that has been read: unless it left that before a restart. */
  #enter(task: Task, open: OpenBatch): void {
    const known = this.#journal.recall(task.record.id);
    if (known === null) {
      open.left -= 1;
      // In the retry table it has been counted.
      this.queued -= 1;
    } else this.#tasks.push({ ...task, done: known ?? task.done });
  }

  #loadRetries(now: number): void {
    if (now < this.lookAt || this.#loaded.size >= READ_AHEAD) return;
    // What is in memory only would be loaded as it was before.
    this.save();
    const limit = PORTION + this.#loaded.size;
    const runs = this.outbox.dueRuns(now, limit);
    for (const run of runs) {
      if (this.#loaded.has(run)) continue;
      const rows = this.outbox.retriesOf(run, PORTION);
      if (!rows.length) continue;
      // Put there by `dead-letters replay`, from another process.
      if (!this.#blocked.has(run)) {
        this.#blocked.set(run, rows.length);
        this.queued += rows.length;
      }
      this.#loaded.set(run, rows.length);
      for (const row of rows) this.#tasks.push(taskOf(row));
    }
    const next = runs.length < limit ? this.outbox.nextDue(now) : now + 1;
    this.lookAt = Math.min(next ?? Number.POSITIVE_INFINITY, now + POLL);
  }

  #count(counts: Map<string, number>, run: string, change: 1 | -1): void {
    const count = (counts.get(run) ?? 0) + change;
    if (count > 0) counts.set(run, count);
    else counts.delete(run);
  }
}
