import { around, circle, line, path, soft, solid } from "./motif-parts.js";

/** Things that turn, float or fall, on the same square. */
export const SCENES = {
  aurora: () => [
    path("M4 44c20-44 34-40 50-20s34 18 62-14", { ...line, "stroke-width": 12, "stroke-opacity": 0.35 }),
    path("M4 66c22-38 38-34 54-16s32 12 58-16", { ...line, "stroke-width": 7, "stroke-opacity": 0.55 }),
    path("M0 112l32-40 17 20 27-42 44 62z", solid),
  ],
  planet: () => [
    circle(60, 62, 30, solid),
    path("M12 82c-8-14 24-30 48-38s52-10 50 4-28 28-50 34-42 10-48 0z", line),
    [
      [16, 20],
      [100, 18],
      [106, 100],
      [24, 108],
    ].map(([x, y]) => circle(x, y, 2.5, solid)),
  ],
  wheel: () => [
    circle(60, 62, 46, line),
    around(12, (angle, i) =>
      path("M60 62L49 19a45 45 0 0 1 22 0z", {
        ...(i % 2 ? solid : soft),
        transform: `rotate(${angle} 60 62)`,
      }),
    ),
    circle(60, 62, 16, { fill: "#0b1030" }),
    circle(60, 62, 7, solid),
  ],
  cards: () => [
    path("M16 40l40-14 26 70-40 14z", soft),
    path("M44 22h46a6 6 0 0 1 6 6v68a6 6 0 0 1-6 6H44a6 6 0 0 1-6-6V28a6 6 0 0 1 6-6z", solid),
    path("M67 40c10 12 18 16 18 26 0 8-10 10-15 4l4 14H60l4-14c-5 6-15 4-15-4 0-10 8-14 18-26z", {
      fill: "#0b1030",
    }),
  ],
  dice: () => [
    path("M14 50l36-16 34 18-36 16z", soft),
    path("M14 50l34 18v42L16 92z", solid),
    path("M48 68l36-16-2 40-34 18z", soft),
    [
      [26, 68],
      [38, 92],
      [32, 80],
    ].map(([x, y]) => circle(x, y, 4, { fill: "#0b1030" })),
    path("M76 20l26-8 12 22-26 8z", solid),
    circle(95, 26, 3.5, { fill: "#0b1030" }),
  ],
  coins: () => [
    [96, 84, 72, 60].map((y) => path(`M22 ${y}c0 14 52 14 52 0v-9c0 14-52 14-52 0z`, solid)),
    path("M22 50c0-14 52-14 52 0s-52 14-52 0z", solid),
    circle(86, 36, 22, line),
    path("M86 24l3.5 8.5L98 36l-8.5 3.5L86 48l-3.5-8.5L74 36l8.5-3.5z", solid),
  ],
  snow: () => [
    around(6, (angle) =>
      path("M60 62V14M60 28l-10-9M60 28l10-9M60 42l-8-7M60 42l8-7", {
        ...line,
        transform: `rotate(${angle} 60 62)`,
      }),
    ),
    circle(60, 62, 7, solid),
  ],
  waves: () => [
    circle(82, 36, 18, solid),
    [66, 84, 102].map((y, i) =>
      path(`M4 ${y}c14-14 24-14 37 0s24 14 38 0 24-14 37 0`, {
        ...line,
        "stroke-width": 9,
        "stroke-opacity": 0.9 - i * 0.3,
      }),
    ),
  ],
};
