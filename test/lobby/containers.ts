import { match, matches } from "../truth/pages/parts/match.js";
import { each, inRoot, type Layout, list, READ } from "./layout.js";

const lanes = (count: number, cards: number) =>
  each((n) => `<div class="lane" data-track-location="lane:${n}">${matches(cards, n * 100)}</div>`, count);

/** What is around the elements: what scrolls, cuts off, contains, skips or puts them elsewhere. */
export const CONTAINERS: Layout[] = [
  {
    name: "a nested scroller",
    html: list("height: 500px; overflow-y: auto"),
    steps: [2900, 9100, 0].map((y) => `document.querySelector("main").scrollTop = ${y}`),
  },
  {
    name: "lanes that scroll sideways",
    html: lanes(8, 200),
    steps: [
      "scrollTo(0, 300)",
      ...[1500, 34_700].map(
        (x) => `for (const one of document.querySelectorAll(".lane")) one.scrollLeft = ${x}`,
      ),
    ],
  },
  { name: "lanes far below each other", html: lanes(70, 8), steps: READ },
  {
    name: "lanes that snap",
    css: ".lane { scroll-snap-type: x mandatory } .lane > * { scroll-snap-align: start }",
    html: lanes(8, 200),
    steps: [
      "scrollTo(0, 300)",
      'for (const one of document.querySelectorAll(".lane")) one.scrollLeft = 33_100',
    ],
  },
  {
    name: "a carousel that cuts off and is moved",
    css: ".frame { overflow: clip } .track { display: flex; width: max-content } .track > * { flex: none; width: 240px }",
    html: `${list()}${`<div class="frame" style="height: 100px"><div class="track" data-track-location="c:1">${matches(60, 500)}</div></div>`}${list("", 40, 900)}`,
    steps: [
      'document.querySelector(".frame").scrollIntoView({ block: "center" })',
      'document.querySelector(".track").style.transform = "translateX(-4900px)"',
    ],
  },
  {
    name: "a carousel that contains paint and is moved",
    css: ".frame { contain: paint } .track { display: flex; width: max-content } .track > * { flex: none; width: 240px }",
    html: `${list()}<div class="frame" style="height: 100px"><div class="track" data-track-location="c:1">${matches(60, 500)}</div></div>${list("", 40, 900)}`,
    steps: [
      'document.querySelector(".frame").scrollIntoView({ block: "center" })',
      'document.querySelector(".track").style.transform = "translateX(-4900px)"',
    ],
  },
  {
    name: "sections that contain their content",
    css: "section { contain: content }",
    html: each((n) => `<section data-track-location="s:${n}">${matches(9)}</section>`, 20),
    steps: READ,
  },
  {
    name: "sections that are skipped while far",
    css: "section { content-visibility: auto; contain-intrinsic-size: auto 846px }",
    html: each((n) => `<section data-track-location="s:${n}">${matches(9)}</section>`, 20),
    steps: READ,
    gives: "content-visibility",
  },
  {
    name: "cards that are skipped while far",
    css: ".match { content-visibility: auto }",
    html: list(),
    steps: READ,
  },
  {
    name: "sticky headers",
    css: "h2 { position: sticky; top: 0; margin: 0; height: 40px; background: #ddd }",
    html: `<main>${each((n) => `<h2 data-track-league="${n}">${n}</h2>${matches(15, n * 20)}`, 10)}</main>`,
    steps: READ,
  },
  {
    name: "a fixed bar",
    html: `${list()}<footer style="position: fixed; bottom: 0; left: 0; right: 0; height: 80px; display: flex">${matches(5, 900, "width: 200px; height: 60px")}</footer>`,
    steps: READ,
  },
  {
    name: "columns",
    html: list("columns: 4"),
    steps: ["scrollTo(0, 1500)", "scrollTo(0, 1e6)"].concat("scrollTo(0, 0)"),
    css: ".match { height: 180px; break-inside: avoid }",
  },
  {
    name: "from right to left",
    css: "html { direction: rtl }",
    html: lanes(8, 200),
    steps: [
      "scrollTo(0, 300)",
      'for (const one of document.querySelectorAll(".lane")) one.scrollLeft = -34_700',
    ],
  },
  { name: "floats", css: ".match { float: left; width: 230px }", html: list("", 700), steps: READ },
  {
    name: "a table",
    css: "td { padding: 0 } table { width: 100% }",
    html: `<table>${each((n) => `<tr data-track-event="${n}"><td style="height: 90px">${n}</td></tr>`)}</table>`,
    steps: READ,
  },
  {
    name: "large banners between",
    css: ".big { height: 1500px; background: #fee }",
    html: `<main>${each((n) => `${match(n)}${n % 20 ? "" : `<div class="big" data-track-event="9${n}"></div>`}`)}</main>`,
    steps: READ,
  },
  {
    name: "all of it in a large element that is annotated",
    html: `<section data-track-widget="all">${list()}</section>`,
    steps: READ,
  },
  {
    name: "a shadow root",
    html: inRoot(),
    steps: READ,
  },
  {
    name: "a clip-path around it",
    html: list("clip-path: inset(0 0 4000px 0)"),
    steps: [
      "scrollTo(0, 3000)",
      'document.querySelector("main").style.clipPath = "none"',
      "scrollTo(0, 1e6)",
    ],
  },
  { name: "zoomed by CSS", css: "main { zoom: 0.5 }", html: list("", 400), steps: READ },
];
