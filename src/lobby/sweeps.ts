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
  /** Has everything reviewed, as soon as there was a rest. */
  sweep(): void;
  /** Has some reviewed, by turns: the last net. */
  rotate(): void;
  /** A moment of work is over. */
  worked(ms: number, isDone: boolean): void;
}

/** Reviews while something is happening: never when nothing does, and seldom enough not to be felt. */
export const createSweeps = (lobbies: Lobby[], beat: () => boolean): Sweeps => {
  const [{ groups, doubted }] = lobbies as [Lobby];
  /** When there was a rest. */
  let ready = 0;
  let isWanted = false;
  let isRunning = false;
  let turn = 0;
  let next = 0;

  const sweep = (): void => {
    if (!isWanted) setTimeout(begin, ready - now());
    isWanted = true;
  };

  const begin = (): void => {
    isWanted = false;
    // There was another one meanwhile, or it was longer than it had been by then.
    if (now() < ready) return sweep();
    for (const { groups, doubted, loose, waiting } of lobbies) {
      for (const group of groups) doubted.add(group);
      for (const element of loose) waiting.add(element);
    }
    isRunning = beat();
  };

  return {
    sweep,
    rotate() {
      if (now() < next) return;
      next = now() + PAUSE;
      const some = [...groups].slice(turn, turn + TURN);
      for (const group of some) doubted.add(group);
      turn = some[0] ? turn + TURN : 0;
      beat();
    },
    worked(ms, isDone) {
      if (isRunning) ready = Math.max(ready, now() + REST) + ms * SHARE;
      isRunning &&= !isDone;
    },
  };
};
