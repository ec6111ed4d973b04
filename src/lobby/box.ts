/** A rectangle in the viewport, CSS px: left, top, right, bottom. */
export type Box = readonly [number, number, number, number];

export const toBox = ({ left, top, right, bottom }: DOMRectReadOnly): Box => [left, top, right, bottom];

/** Reads it where layout is clean: nothing is computed for it. Undefined where there is no area that could be seen. */
export const boxOf = (element: Element): Box | undefined => {
  const rect = element.getBoundingClientRect();
  return rect.width * rect.height ? toBox(rect) : undefined;
};

/** The smallest box that has both in it. */
export const union = (a: Box, b: Box = a): Box => [
  Math.min(a[0], b[0]),
  Math.min(a[1], b[1]),
  Math.max(a[2], b[2]),
  Math.max(a[3], b[3]),
];

/** Whether it is at most this wide and this high, px. */
export const fits = (box: Box, wide: number, tall: number): boolean =>
  box[2] - box[0] <= wide && box[3] - box[1] <= tall;

/** Whether they touch, where the first is larger by a margin on each side, px. */
export const touches = (a: Box, b: Box, margin = 0): boolean =>
  a[0] - margin <= b[2] && a[1] - margin <= b[3] && a[2] + margin >= b[0] && a[3] + margin >= b[1];

/** Whether the second lies in the first, but for what rounding does. */
export const holds = (a: Box, b: Box): boolean =>
  a[0] - 1 <= b[0] && a[1] - 1 <= b[1] && a[2] + 1 >= b[2] && a[3] + 1 >= b[3];

/** Whether it is this close to the viewport, px. */
export const isNear = (box: Box, margin: number): boolean =>
  touches([0, 0, innerWidth, innerHeight], box, margin);
