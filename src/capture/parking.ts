import { SEEN } from "../attributes.js";
import type { Core } from "../core.js";
import { attempt } from "../lib/attempt.js";
import { loadPart } from "../lib/part.js";
import type { Root } from "../lib/root.js";
import type { Impressions } from "./impressions.js";

/** For how long elements wait for the file that parks them, ms. */
const PATIENCE = 200;

/**
 * Tells of each element that is found whoever looks after it: on a page with very many, `tracktag.lobby.js` from beside the
 * script; on others, until it is there, and where it cannot be loaded, they are watched.
 *
 * @param url the script's own
 */
export const startParking = (
  core: Core,
  { watch, unwatch }: Impressions,
  url: string,
): ((element: Element) => void) => {
  const most = +core.options.lobby;
  /** How many more have to be found until they are counted. */
  let left = most;
  let found: (element: Element) => void = watch;
  const held: Element[] = [];
  const hold = (element: Element) => void held.push(element);

  const release = (to: typeof found): void => {
    found = to;
    for (const element of held.splice(0)) to(element);
  };

  // What comes after the end is not let in, and what waits for it is not watched.
  core.stops.push(() => {
    left = Infinity;
    held.length = 0;
  });

  return (element) => {
    found(element);
    if (--left) return;
    // Enough are watched to begin with: what is far is best never observed.
    found = hold;
    setTimeout(() => found === hold && release(watch), PATIENCE);
    // To count takes as long as a slice, and has a task of its own.
    setTimeout(attempt, 0, () => {
      const all = (element.getRootNode() as Root).querySelectorAll(SEEN);
      // Some were found twice, or are gone.
      if (!all[most - 1]) {
        left = most;
        release(watch);
      } else
        loadPart(
          "lobby",
          url,
          ({ default: open }) => left < 1 && release(open(watch, unwatch, core.stops, all)),
        );
    });
  };
};
