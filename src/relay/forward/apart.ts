import type { Ruling } from "../../destinations/destination.js";
import type { Task } from "./task.js";

/** A record that has failed this often, while others were delivered, may be what makes its request fail. */
const SUSPECT = 3;

/** Tasks in their order, cut so that each suspect is sent alone: else it would take those beside it down with it. */
export function apart(tasks: Task[]): Task[][] {
  const groups: Task[][] = [];
  let isOpen = false;
  for (const task of tasks) {
    const isSuspect = task.attempts >= SUSPECT;
    if (isOpen && !isSuspect) groups.at(-1)?.push(task);
    else groups.push([task]);
    isOpen = !isSuspect;
  }
  return groups;
}

/** Both halves, in their order. */
export function halves<T>(list: T[]): [T[], T[]] {
  const middle = Math.ceil(list.length / 2);
  return [list.slice(0, middle), list.slice(middle)];
}

/** Whether it is the request that is refused and not one of its records: which of them is at fault is not said. */
export const isRefusedWhole = (rulings: Ruling[]): boolean =>
  rulings.length > 1 && rulings.every(({ verdict, reason }) => verdict === "refused" && reason === undefined);
