import { around, circle, line, path, soft, solid } from "./motif-parts.js";

/** Signs and treasures, white, on a square of 120 around the point 60, 62. */
export const EMBLEMS = {
  crown: () => [
    path("M24 84l-6-44 24 20 18-34 18 34 24-20-6 44z", solid),
    path("M26 91h68v9H26z", soft),
    [18, 60, 102].map((x, i) => circle(x, [36, 22, 36][i], 5, solid)),
  ],
  star: () => [
    path("M60 14l10 38 38 10-38 10-10 38-10-38-38-10 38-10z", solid),
    path("M60 34l20 8 8 20-8 20-20 8-20-8-8-20 8-20z", soft),
  ],
  sun: () => [
    around(16, (angle) => path("M60 6l5 22h-10z", { ...soft, transform: `rotate(${angle} 60 62)` })),
    circle(60, 62, 26, solid),
    circle(60, 62, 33, line),
  ],
  eye: () => [
    path("M10 62s20-34 50-34 50 34 50 34-20 34-50 34-50-34-50-34z", line),
    circle(60, 62, 22, solid),
    circle(60, 62, 9, { fill: "#0b1030" }),
    path("M60 4v14M60 106v14M22 18l8 10M98 18l-8 10", line),
  ],
  gem: () => [
    path("M30 30h60l22 26-52 56L8 56z", soft),
    path("M30 30h60l22 26-52 56L8 56zM8 56h104M30 30l14 26 16 56 16-56 14-26M44 56l16-26 16 26", line),
  ],
  pyramid: () => [
    circle(88, 30, 13, solid),
    path("M48 26L4 104h88z", solid),
    path("M48 26l44 78h22z", soft),
    path("M36 60h32M24 82h56", { ...line, stroke: "#0b1030", "stroke-opacity": 0.25 }),
  ],
  clover: () => [
    around(4, (angle) =>
      path("M60 60c-26-8-26-42-8-42 6 0 8 6 8 8 0-2 2-8 8-8 18 0 18 34-8 42z", {
        ...solid,
        transform: `rotate(${angle} 60 62)`,
      }),
    ),
    path("M62 74c4 18 10 28 22 36", line),
  ],
  seven: () => [
    path("M28 22h66v16L66 106H42l26-64H28z", solid),
    path("M20 14h82M20 114h82", { ...line, "stroke-dasharray": "2 9" }),
  ],
  flame: () => [
    path("M62 8c6 22 34 32 34 64a36 36 0 0 1-72 0c0-18 12-24 14-40 10 6 14 12 16 20 8-10 12-24 8-44z", solid),
    path("M60 62c4 10 16 14 16 28a16 16 0 0 1-32 0c0-12 12-14 16-28z", {
      fill: "#ff7a3d",
      "fill-opacity": 0.75,
    }),
  ],
};
