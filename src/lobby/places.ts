import { attempt } from "../lib/attempt.js";
import { now } from "../lib/now.js";
import { type Box, boxOf, fits, holds, isNear, union } from "./box.js";
import { type Group, LEAST, MOST } from "./group.js";
import { dissolve, forget, giveUp, guard, type Lobby, loosen, watchAll } from "./lobby.js";
import { movers } from "./motion.js";
import { remember } from "./remember.js";
import { surveyor } from "./surroundings.js";

/** So many elements are looked at however short the moment is: of one alone no group can be made. */
const SOME = 16;

/** Gives elements a place in groups, and sees whether they still stand there. For one moment at which layout is clean. */
export interface Places {
  /** Puts what waits into groups, as far as it gets until `end`. */
  settle(end: number): void;
  /** Parks the group, or watches it, or takes it apart: as its members stand now. */
  review(group: Group): void;
}

/** An element, where it stands, and the nearest that moves on its own, by number. */
type Standing = [element: Element, box: Box, anchor: number];

export const places = (lobby: Lobby): Places => {
  const { groups, groupOf, loose, given, waiting, wide, tall, close, seen } = lobby;
  const survey = surveyor();
  const isMoving = movers(seen);
  const anchors = new Map<Element | undefined, number>();

  /** Undefined where nobody can guard it. */
  const standing = (element: Element): Standing | undefined =>
    attempt(() => {
      const around = element.isConnected && !given.has(element) && survey(element);
      const box = around && boxOf(element);
      if (box && fits(box, wide, tall) && around.clips.every((clip) => holds(clip, box)))
        return [element, box, remember(anchors, around.anchor, () => anchors.size)];
    });

  const found = (standings: Standing[], box: Box): void => {
    const members = standings.map(([element]) => element);
    if (members.length < LEAST) {
      for (const member of members) loosen(lobby, member);
      return;
    }
    const group: Group = { members, guards: [], near: [], isWatched: false };
    groups.add(group);
    for (const member of members) {
      groupOf.set(member, group);
      loose.delete(member);
      waiting.delete(member);
    }
    // The guards are not waited for.
    watchAll(lobby, group, isNear(box, close) || isMoving(group));
    guard(lobby, group);
    lobby.measure?.(group);
  };

  return {
    settle(end) {
      const standings: Standing[] = [];
      let count = 0;
      for (const element of waiting) {
        const one = standing(element);
        if (one) standings.push(one);
        else if (element.isConnected) loosen(lobby, element);
        else forget(lobby, element);
        if (++count > SOME && now() > end) break;
      }
      // Where they stand counts, not their order in the document.
      standings.sort(([, a, i], [, b, j]) => i - j || a[1] - b[1] || a[0] - b[0]);
      let from = 0;
      let around: Box | undefined;
      standings.forEach(([, box, anchor], index) => {
        const wider = union(box, around);
        const isNext = anchor === standings[from]?.[2] && fits(wider, wide, tall) && index - from < MOST;
        if (around && !isNext) found(standings.slice(from, index), around);
        if (!isNext) from = index;
        around = isNext ? wider : box;
      });
      // What the end of the moment may have cut in two waits for the next one, if there was something before it.
      const isCut = from && waiting.size > standings.length - from;
      if (around && !isCut) found(standings.slice(from), around);
    },

    review(group) {
      lobby.doubted.delete(group);
      let around: Box | undefined;
      let anchor: number | undefined;
      group.members = group.members.filter((member) => {
        const one = standing(member);
        // What stands in something that moves on its own since then has no guards here.
        const isHere = one && one[2] === (anchor ??= one[2]);
        if (isHere) around = union(one[1], around);
        else if (member.isConnected) loosen(lobby, member);
        else groupOf.delete(member);
        return isHere;
      });
      const isGuarded = group.guards.every((one) => group.members.includes(one));
      if (!isGuarded || group.members.length < LEAST || !fits(around as Box, wide, tall)) {
        // They may be in view before they have another place.
        watchAll(lobby, group);
        dissolve(lobby, group);
        for (const member of group.members) waiting.add(member);
        return;
      }
      const isTorn = isMoving(group);
      if (isTorn && !group.isWatched) return giveUp(lobby, group);
      const isClose = isNear(around as Box, close);
      // It should have been told of: the guards are asked anew, and what they say then is the end of it.
      if (isClose && !group.near[0]) guard(lobby, group);
      if (isClose || (!group.near[0] && !isTorn)) watchAll(lobby, group, isClose);
    },
  };
};
