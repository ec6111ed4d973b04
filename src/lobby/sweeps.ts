import { now } from "../lib/now.js";
import type { Lobby } from "./lobby.js";

/** After what was done there is a rest so many times as long. */
const SHARE = 20;

/** The least rest between two sweeps, ms: after something may have moved, and where pages do no more than scroll. */
const REST = 100;
const LAZY_REST = 1000;

export interface Sweeps {
  /** Has everything reviewed, at once if there was a rest; lazily where nothing but scrolling is the reason. */
  sweep(isLazy?: boolean): void;
  /** A moment of work is over. */
  worked(ms: number, isDone: boolean): void;
}

/** Reviews everything while something is happening: never when nothing does, and seldom enough not to be felt. */
export function createSweeps(lobby: Lobby, stops: (() => void)[]): Sweeps {
  const { groups, doubted, loose, given, waiting } = lobby;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let due = Infinity;
  let ended = -Infinity;
  let cost = 0;
  let isRunning = false;
  let isWanted = false;

  function begin(): void {
    clearTimeout(timer);
    due = Infinity;
    cost = 0;
    isRunning = true;
    for (const group of groups) doubted.add(group);
    for (const element of loose) if (!given.has(element)) waiting.add(element);
    if (doubted.size + waiting.size) lobby.beat();
    else isRunning = false;
  }

  function sweep(isLazy = false): void {
    if (isRunning) {
      isWanted ||= !isLazy;
      return;
    }
    const moment = Math.max(now(), ended + Math.max(isLazy ? LAZY_REST : REST, cost * SHARE));
    if (moment >= due) return;
    clearTimeout(timer);
    due = moment;
    if (moment > now()) timer = setTimeout(begin, moment - now());
    else begin();
  }

  stops.push(() => clearTimeout(timer));
  return {
    sweep,
    worked(ms, isDone) {
      cost += ms;
      if (!isDone) return;
      ended = now();
      isRunning = false;
      if (isWanted) {
        isWanted = false;
        sweep();
      }
    },
  };
}
