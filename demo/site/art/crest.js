import { svg } from "../lib/h.js";
import { hash } from "../lib/random.js";

const SHIELD = "M3 3h18v9c0 5-3.6 8.2-9 10-5.4-1.8-9-5-9-10z";
const ROUND = "M12 2a10 10 0 1 1 0 20 10 10 0 0 1 0-20z";

/** Club colours, two a pair: field and charge. */
const COLOURS = [
  ["#e63950", "#fff1f2"],
  ["#2f6bff", "#ffffff"],
  ["#12b886", "#06281e"],
  ["#f5b83d", "#26190a"],
  ["#7a4dff", "#f4efff"],
  ["#101828", "#e8c35a"],
  ["#00a6c8", "#07313a"],
  ["#f2f4f8", "#c92a3f"],
  ["#f26b3a", "#1d1b3a"],
  ["#0b5d3b", "#f4e04d"],
  ["#8a1538", "#8fd3ff"],
  ["#f2f4f8", "#1f3fae"],
];

/** What is charged on the field, as paths on a grid of 24; the outline clips them. */
const CHARGES = [
  "M12 0h12v24H12z",
  "M7 0h3.3v24H7zM13.7 0H17v24h-3.3z",
  "M0 6h24v3.5H0zM0 13h24v3.5H0z",
  "M-2 8L8-2h7L-2 15z M10 26L26 10v7l-9 9z",
  "M9.8 0h4.4v24H9.8zM0 8.8h24v4.4H0z",
  "M0 0h24L12 13z",
  "M12 5l2 5h5l-4 3.2 1.5 5L12 15.2 7.5 18.2 9 13.2 5 10h5z",
  "M0 12h12V0h12v12H12v12H0z",
];

let count = 0;

/** A club's crest, always the same for the same name; players and esports teams have a roundel. */
export function crest(name, size = 24, round = false) {
  const seed = hash(name);
  const [field, charge] = COLOURS[seed % COLOURS.length];
  const outline = round ? ROUND : SHIELD;
  const clip = `crest-${count++}`;
  return svg(
    "svg",
    { class: "crest", viewBox: "0 0 24 24", width: size, height: size, "aria-hidden": "true" },
    svg("clipPath", { id: clip }, svg("path", { d: outline })),
    svg("path", { d: outline, fill: field }),
    svg("path", { d: CHARGES[(seed >>> 8) % CHARGES.length], fill: charge, "clip-path": `url(#${clip})` }),
    svg("path", { d: outline, fill: "none", stroke: "#ffffff", "stroke-opacity": 0.28 }),
  );
}
