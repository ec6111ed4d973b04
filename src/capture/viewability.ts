/** The area from which MRC asks for less, px²: a 970 × 250 banner. Source: MRC viewable impression guidelines. */
const LARGE = 242_500;

/** For how long an element must be viewable without a break, ms, by the name of its rule. */
export const dwellOf = (rule: string): number => (rule === "mrc" ? 1000 : +(rule.split("/")[1] ?? 0));

/**
 * The share of an element's area that must be visible by the rule (`mrc`, `any`, `RATIO/MS`), or half of the
 * viewport's area for what is larger than the viewport. Areas in px².
 */
export function requiredRatio(rule: string, area = 0, viewportArea = Infinity): number {
  const ratio = rule === "mrc" ? (area < LARGE ? 0.5 : 0.3) : parseFloat(rule) || 0;
  // A ratio of 1 is never reached where zoom makes pixels fractional; at 0, touching the viewport's edge is not enough.
  return Math.max(Math.min(ratio, 0.99, viewportArea / 2 / area), 1e-9);
}
