import { svg } from "../lib/h.js";
import { EMBLEMS } from "./motifs-emblems.js";
import { SCENES } from "./motifs-scenes.js";

const MOTIFS = { ...EMBLEMS, ...SCENES };

/** Faint rings behind the motif, by radius. */
const RINGS = [40, 58, 76, 94];

let count = 0;

/** The cover of a game: its motif in white over its two colours, with a light from the upper left. */
export function gameArt(game) {
  const id = `art-${count++}`;
  const motif = MOTIFS[game.motif];
  return svg(
    "svg",
    {
      class: "game-art",
      viewBox: "0 0 120 150",
      preserveAspectRatio: "xMidYMid slice",
      "aria-hidden": "true",
    },
    svg(
      "linearGradient",
      { id: `${id}-base`, x1: 0, y1: 0, x2: 0.6, y2: 1 },
      svg("stop", { offset: 0, "stop-color": game.light }),
      svg("stop", { offset: 0.75, "stop-color": game.deep }),
    ),
    svg(
      "radialGradient",
      { id: `${id}-light`, cx: 0.3, cy: 0.1, r: 0.9 },
      svg("stop", { offset: 0, "stop-color": "#fff", "stop-opacity": 0.45 }),
      svg("stop", { offset: 0.6, "stop-color": "#fff", "stop-opacity": 0 }),
    ),
    svg("rect", { width: 120, height: 150, fill: `url(#${id}-base)` }),
    svg("rect", { width: 120, height: 150, fill: `url(#${id}-light)` }),
    RINGS.map((r) =>
      svg("circle", { cx: 60, cy: 78, r, fill: "none", stroke: "#fff", "stroke-opacity": 0.12 }),
    ),
    svg("g", { transform: "translate(13 29) scale(.78)" }, motif()),
  );
}
