import { svg } from "../lib/h.js";

/** What the motifs are drawn with: white in three strengths. */
export const path = (d, attributes = {}) => svg("path", { d, ...attributes });
export const circle = (cx, cy, r, attributes = {}) => svg("circle", { cx, cy, r, ...attributes });

/** The same thing `count` times around a circle; `draw` gets the angle in degrees. */
export const around = (count, draw) => Array.from({ length: count }, (_, i) => draw((i * 360) / count, i));

export const line = {
  fill: "none",
  stroke: "#fff",
  "stroke-width": 2.5,
  "stroke-linecap": "round",
  "stroke-linejoin": "round",
};
export const soft = { fill: "#fff", "fill-opacity": 0.22 };
export const solid = { fill: "#fff", "fill-opacity": 0.92 };
