import { SEEN } from "../attributes.js";
import type { Core } from "../core.js";
import { loadPart } from "../lib/part.js";
import type { Root } from "../lib/root.js";
import type { Visit } from "./discovery.js";
import type { Impressions } from "./impressions.js";

/** For how long elements wait for the file that parks them without being watched, ms. */
const PATIENCE = 200;

/** So many of a list that is long enough are watched at once: what is far is best never observed. */
const FIRST = 500;

/**
 * Tells of each element that is found whoever looks after it: on a page with very many, `tracktag.lobby.js` from beside the
 * script; on others, until it is there, and where it cannot be loaded, they are watched.
 *
 * @param url the script's own
 */
export const startParking = (core: Core, { watch, unwatch }: Impressions, url: string): Visit => {
  let most = +core.options.lobby || Infinity;
  /** How many were found, since they were counted. */
  let sum = 0;
  let found: (element: Element) => void = watch;
  /** Whether nobody waits any more. */
  let isLate: unknown;
  /** The file has not been told of them yet. */
  const held: Element[] = [];

  // What comes after the end is not let in, and what waits for it is not watched.
  core.stops.push(() => {
    held.length = most = 0;
  });

  return (element, list, next) => {
    found(element);
    if (next === 1) sum += list.length;
    if (sum < most) return;
    sum = 0;
    // Some were found twice, or are gone.
    const all = list[most - 1] ? list : (element.getRootNode() as Root).querySelectorAll(SEEN);
    if (!all[most - 1]) return;
    most = Infinity;
    found = (element) => {
      if (held.push(element) < FIRST || isLate) watch(element);
    };
    setTimeout(() => {
      isLate = true;
      for (const element of held) watch(element);
    }, PATIENCE);
    loadPart("lobby", url, ({ default: open }) => most && open(watch, unwatch, core.stops, all, SEEN)).then(
      (to) => {
        found = to || watch;
        for (const element of held.splice(0)) found(element);
      },
    );
  };
};
