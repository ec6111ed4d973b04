import { matches } from "../truth/pages/parts/match.js";
import { each, type Layout, READ, rooted } from "./layout.js";

const gives = "what stands in a slot is not parked";

/** What is slotted stands in a root that it is not in: what happens there nobody tells of. */
const slotted = (inner: string, cards: string): string => `<div id="host">${cards}</div>${rooted(inner)}`;

/** A cell with a slot of its own for each card. */
const cells = (css: string): string =>
  slotted(
    `<style>${css}</style>${each((n) => `<div class="cell"><slot name="s${n}"></slot></div>`)}`,
    each((n) => `<article class="match" slot="s${n}" data-track-event="${n}">${n}</article>`),
  );

export const SLOTS: Layout[] = [
  { name: "slots", html: slotted("<section><slot></slot></section>", matches(160)), steps: READ, gives },
  {
    name: "the cell around a slot is moved by a class",
    html: cells(".up { transform: translateY(-11500px) }"),
    steps: ['host.shadowRoot.querySelectorAll(".cell")[125].className = "cell up"', "scrollTo(0, 200)"],
    gives,
  },
  {
    name: "slotted into a scroller",
    html: slotted('<div style="height: 500px; overflow-y: auto"><p><slot></slot></p></div>', matches(160)),
    steps: [2900, 9100, 0].map((y) => `host.shadowRoot.querySelector("div").scrollTop = ${y}`),
    gives,
  },
  {
    name: "what is slotted has its cards further in",
    html: slotted(
      "<style>.late ::slotted(section) { transform: translateY(-5800px) }</style><div><slot></slot></div>",
      `<section>${matches(160)}</section>`,
    ),
    steps: ['host.shadowRoot.querySelector("div").className = "late"', "scrollTo(0, 300)"],
    gives,
  },
];
