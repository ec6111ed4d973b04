import { now } from "../lib/now.js";
import type { Lobby } from "./lobby.js";

/** A sweep is followed by a rest so many times as long, and of at least so many ms. */
const SHARE = 20;
const REST = 100;

/** While a page does no more than scroll so many groups are reviewed in turn. */
const TURN = 16;

/** Between two turns lie so many ms. */
const PAUSE = 1000;

export interface Sweeps {
  /**
   * Has everything reviewed, as soon as there was a rest.
   *
   * @param kind 1: for what happens all the time. It leaves to others, 0, a rest of their own: they wait for none but theirs.
   */
  sweep(kind?: number): void;
  /** Has some reviewed, by turns: the last net. */
  rotate(): void;
  /** A moment of work is over. */
  worked(ms: number, isDone: boolean): void;
}

/** Reviews while something is happening: never when nothing does, and seldom enough not to be felt. */
export const createSweeps = (lobbies: Lobby[], beat: () => boolean): Sweeps => {
  const [{ groups, doubted }] = lobbies as [Lobby];
  /** Of each kind: when there was a rest, and whether one is wanted. */
  const ready = [0, 0];
  const isWanted: boolean[] = [];
  /** Which one there is; none: 2. */
  let running = 2;
  let turn = 0;
  let next = 0;

  const sweep = (kind = 0): void => {
    if (!isWanted[kind]) setTimeout(begin, (ready[kind] as number) - now(), kind);
    isWanted[kind] = true;
  };

  const begin = (kind: number): void => {
    isWanted[kind] = false;
    // There was another one meanwhile, or it was longer than it had been by then.
    if (now() < (ready[kind] as number)) return sweep(kind);
    for (const { groups, doubted, loose, waiting } of lobbies) {
      for (const group of groups) doubted.add(group);
      for (const element of loose) waiting.add(element);
    }
    if (beat()) running = Math.min(running, kind);
  };

  return {
    sweep,
    rotate() {
      if (now() < next) return;
      next = now() + PAUSE;
      for (const group of [...groups].slice(turn, turn + TURN)) doubted.add(group);
      turn = turn < groups.size ? turn + TURN : 0;
      beat();
    },
    worked(ms, isDone) {
      // What rests after one for others rests after its own, too.
      for (let kind = running; kind < 2; kind++)
        ready[kind] = Math.max(ready[kind] as number, now() + REST) + ms * SHARE;
      if (isDone) running = 2;
    },
  };
};
