import { LEVEL, type Span } from "./report.js";

/** The dwell of the rule `mrc`, ms. */
const DWELL = 1000;

/** What a sample, an observer's frame and a timer may be late together where the page is quick, ms. */
const MARGIN = 200;

/** What two clocks' rounding may amount to, ms. */
const ROUNDING = 20;

/** A change of style fires no observer: the script looks again after a fifth of a second, ms. */
const STYLE = 200;

/** The first that lasted clearly longer than the dwell: any script that is true has counted it. */
export const lastsLonger = (spans: Span[]): Span | undefined =>
  spans.find(({ level, from, to, gap }, index) => {
    const before = spans[index - 1]?.level;
    const isStyle = before === LEVEL.unpainted || before === LEVEL.faint;
    // Where frames are slow they are slow for everybody: one to begin with, one at the end.
    const needed = DWELL + MARGIN + 2 * gap + (isStyle ? STYLE : 0);
    return level === LEVEL.viewable && to - from >= needed;
  });

export const mustCount = (spans: Span[]): boolean => !!lastsLonger(spans);

/**
 * Whether it may have lasted as long as the dwell: from the sample before it came to the one after it had gone. Style
 * counts at the beginning and at the end only, as nothing tells of what is between.
 */
export function mayCount(spans: Span[]): boolean {
  let since: number | undefined;
  return spans.some(({ level, before, to }, index) => {
    if (level === LEVEL.out) since = undefined;
    if (level <= LEVEL.unpainted) return false;
    since ??= before;
    const until = spans[index + 1]?.from ?? to;
    return until - since >= DWELL - ROUNDING;
  });
}
