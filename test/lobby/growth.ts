import { each, type Layout, rooted } from "./layout.js";

const STYLE =
  ".match { display: block; height: auto; min-height: 90px; margin: 4px } .more { display: none; height: 1500px } .open { display: block }";

const CARDS = each(
  (n) => `<article class="match" data-track-event="${n}">${n}<div class="more"></div></article>`,
);

/** Where those are that the guards of their group have left behind, in the order of the page. */
const BETWEEN = [53, 78, 103];

/** Goes to each of them. @param root where they are, as an expression */
const toEach = (root: string): string[] =>
  BETWEEN.map((n) => `${root}.querySelectorAll(".match")[${n}].scrollIntoView()`);

const grow = (root: string): string =>
  `for (const one of ${root}.querySelectorAll(".more")) one.className = "more open"`;

/** What stands together at first does so no more, and whoever jumps between two guards finds neither near. */
export const GROWTH: Layout[] = [
  {
    name: "cards grow in a component, which is inline, as components are by default",
    html: `<my-list id="host"></my-list>${rooted(`<style>${STYLE}</style>${CARDS}`)}`,
    steps: [grow("host.shadowRoot"), ...toEach("host.shadowRoot")],
  },
  {
    name: "cards grow in a list that has no box",
    css: STYLE,
    html: `<main style="display: contents">${CARDS}</main>`,
    steps: [grow("document"), ...toEach("document")],
  },
  {
    name: "what is not annotated is put between cards of a scroller",
    css: `${STYLE} .ad { height: 2500px }`,
    html: `<main style="height: 500px; overflow-y: auto">${CARDS}</main>`,
    steps: [
      '[...document.querySelectorAll(".match")].forEach((one, n) => { if (n % 12 > 1 && n % 12 < 10) one.after(Object.assign(document.createElement("div"), { className: "ad" })) })',
      ...toEach("document"),
    ],
  },
];
