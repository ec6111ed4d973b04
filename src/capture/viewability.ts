/** The area from which MRC asks for less, px²: a 970 × 250 banner. Source: MRC viewable impression guidelines. */
const LARGE = 242_500;

/**
 * What a rule (`mrc`, `any`, `RATIO/MS`, each with `+occlusion` or without) asks of an element of this area, px²: the
 * share of the area that must be visible, which is half of the viewport for what is larger than the viewport, and for
 * how long without a break, ms.
 */
export const criteria = (
  rule: string,
  area: number,
  // Of a frame only its own is known where its parents are of another origin.
  viewport?: { width: number; height: number } | null,
): [ratio: number, dwell: number] => {
  const { width, height } = viewport ?? { width: innerWidth, height: innerHeight };
  const [base = ""] = rule.split("+");
  const [share = 0, dwell = 0] = base === "mrc" ? [area < LARGE ? 0.5 : 0.3, 1000] : base.split("/");
  // A ratio of 1 is never reached where zoom makes pixels fractional; at 0, touching the viewport's edge is not enough.
  const ratio = Math.max(Math.min(+share || 0, 0.99, (width * height) / 2 / area), 1e-9);
  return [ratio, +dwell];
};
