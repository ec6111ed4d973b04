import { attempt } from "../lib/attempt.js";
import { boxOf, isNear, toBox, touches, union } from "./box.js";
import type { Group } from "./group.js";
import { giveUp, type Lobby, watchAll } from "./lobby.js";

/**
 * How long what is far stays watched, ms: observers that wait for 100 ms have told by then what has gone out of view, and
 * who scrolls back finds everything as it was.
 */
const REST = 300;

/**
 * The browser looks at a guard at most each so many ms, where it can wait: what is near is near for longer. At 60 frames a
 * second that is two of three frames without work for guards.
 */
const SELDOM = 40;

/** Hears of the guards of all groups whether they are near. */
export const startGuards = (lobby: Lobby, stops: (() => void)[], beat: () => void): void => {
  /** Whether what has gone far will be reviewed. */
  let isLeaving = false;

  const hear = ({
    target,
    isIntersecting,
    boundingClientRect: rect,
    rootBounds: root,
  }: IntersectionObserverEntry) => {
    const group = lobby.groupOf.get(target);
    if (!group?.guards.includes(target)) return;
    // It is cut off by something that knows no margin: what the guards stand for may be in view without them.
    if (!isIntersecting && root && rect.width && touches(toBox(root), toBox(rect)))
      return giveUp(lobby, group);
    group.near = group.guards.filter((one) => (one === target ? isIntersecting : group.near.includes(one)));
    if (group.near[0]) {
      if (!group.isWatched) group.members.forEach(meet);
      watchAll(lobby, group);
    } else if (group.isWatched && !isLeaving) {
      isLeaving = true;
      setTimeout(leave, REST);
    }
  };

  /** After a jump from far away what is in view would wait for one guard after the other: a frame for each. */
  const meet = (guard: Element): void => {
    const { lower } = lobby;
    const group = lower?.groupOf.get(guard);
    const [first, last] = group?.guards.map(boxOf) ?? [];
    if (first && isNear(union(first, last), (lower as Lobby).close)) watchAll(lower as Lobby, group as Group);
  };

  const leave = (): void => {
    isLeaving = false;
    for (const group of lobby.groups) if (group.isWatched && !group.near[0]) lobby.doubted.add(group);
    beat();
  };

  const margin = `${lobby.tall + lobby.close}px ${lobby.wide + lobby.close}px`;
  const observer = new IntersectionObserver(
    (entries) => {
      for (const entry of entries) attempt(() => hear(entry), "lobby: ");
    },
    { rootMargin: margin, scrollMargin: margin, delay: SELDOM } as IntersectionObserverInit,
  );
  lobby.observer = observer;
  stops.push(() => observer.disconnect());
};
