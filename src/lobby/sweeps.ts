import { now } from "../lib/now.js";
import type { Lobby } from "./lobby.js";

/** A sweep is followed by a rest so many times as long, and of at least so many ms. */
const SHARE = 20;
const REST = 100;

/** While a page does no more than scroll so many groups are reviewed in turn. */
const TURN = 16;

export interface Sweeps {
  /** Has everything reviewed, as soon as there was a rest. */
  sweep(): void;
  /** Has some reviewed, by turns: the last net. */
  rotate(): void;
  /** A moment of work is over. */
  worked(ms: number, isDone: boolean): void;
}

/** Reviews while something is happening: never when nothing does, and seldom enough not to be felt. */
export const createSweeps = (lobbies: Lobby[], stops: (() => void)[], beat: () => boolean): Sweeps => {
  const [{ groups, doubted }] = lobbies as [Lobby];
  let timer: ReturnType<typeof setTimeout> | undefined;
  let ready = 0;
  let cost = 0;
  let isRunning = false;
  let isWanted = false;
  let turn = 0;

  const begin = (): void => {
    timer = undefined;
    cost = 0;
    for (const { groups, doubted, loose, given, waiting } of lobbies) {
      for (const group of groups) doubted.add(group);
      for (const element of loose) if (!given.has(element)) waiting.add(element);
    }
    isRunning = beat();
  };

  const sweep = (): void => {
    if (isRunning) isWanted = true;
    else timer ??= setTimeout(begin, ready - now());
  };

  stops.push(() => clearTimeout(timer));
  return {
    sweep,
    rotate() {
      const next = [...groups].slice(turn, turn + TURN);
      for (const group of next) doubted.add(group);
      turn = next[0] ? turn + TURN : 0;
      beat();
    },
    worked(ms, isDone) {
      cost += ms;
      if (!isDone || !isRunning) return;
      isRunning = false;
      ready = now() + Math.max(REST, cost * SHARE);
      if (isWanted) sweep();
      isWanted = false;
    },
  };
};
