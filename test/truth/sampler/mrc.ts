import { LEVEL, type Level } from "../report.js";

/** The area from which less is asked, px²: a 970 × 250 banner. Source: MRC viewable impression guidelines. */
const LARGE = 242_500;

/** By how much a share must be over the rule's, or may be below it: pixels are rounded, and frames pass. */
const MARGIN = 0.03;

/**
 * What the rule `mrc` says of geometry: half of the area is visible, 30 % of a large one, or half of the viewport.
 *
 * @param area the element's, px²
 * @param visible its visible part, px²
 * @param viewport the viewport's area, px²
 */
export function geometryOf(area: number, visible: number, viewport: number): Level {
  const meets = (margin: number): boolean => {
    const share = area >= LARGE ? 0.3 : 0.5;
    return visible >= Math.min(area * (share + margin), viewport * (0.5 + margin));
  };
  if (area <= 0 || visible <= 0) return LEVEL.out;
  if (meets(MARGIN)) return LEVEL.viewable;
  return meets(-MARGIN) ? LEVEL.near : LEVEL.out;
}
