import { match } from "../truth/pages/parts/match.js";
import { each, inRoot, type Layout, list, READ } from "./layout.js";

/** Each card becomes a host: what is annotated stands in a shadow root of its own, as in a component. */
const inRoots = `<script>
  for (const card of document.querySelectorAll(".match")) {
    const inner = document.createElement("div");
    inner.style.height = "90px";
    for (const { name, value } of [...card.attributes])
      if (name.startsWith("data-track-")) { inner.setAttribute(name, value); card.removeAttribute(name) }
    card.attachShadow({ mode: "open" }).append(inner);
  }
</script>`;

/** Nothing for a while, and then far up: for good, as far as a test lasts. */
const UP =
  '[{ transform: "none" }, { offset: 0.01, transform: "none" }, { offset: 0.011, transform: "translateY(-11500px)" }, { transform: "translateY(-11500px)" }], 60_000';

/** A component in a component. */
const NESTED = `<div id="host"></div><script>
  host.attachShadow({ mode: "open" }).innerHTML = "<style>p { height: 90px; margin: 4px }</style>" + "<p></p>".repeat(300);
  host.shadowRoot.querySelectorAll("p").forEach((card, n) => {
    card.attachShadow({ mode: "open" }).innerHTML = \`<div style="height: 90px" data-track-event="\${n}"></div>\`;
  });
</script>`;

/** What moves elements from outside of the roots in which they stand, or wraps them. */
export const HOSTS: Layout[] = [
  { name: "each card in a shadow root of its own", html: list() + inRoots, steps: READ },
  {
    name: "a card with a shadow root of its own moves by an animation, and the others don't",
    css: "@keyframes up { 0.5%, to { transform: translateY(-12100px) } } .go { animation: up 60s }",
    html: list("", 300) + inRoots,
    steps: ['document.querySelectorAll(".match")[130].classList.add("go")', "scrollTo(0, 1000)"],
  },
  {
    name: "a card in a shadow root moves by an animation that nobody tells of, and the others don't",
    html: inRoot(300),
    steps: [
      'host.shadowRoot.querySelectorAll(".match")[130].animate([{ transform: "none" }, { offset: 0.004, transform: "none" }, { offset: 0.005, transform: "translateY(-12100px)" }, { transform: "translateY(-12100px)" }], 60_000); dispatchEvent(new Event("resize"))',
      "scrollTo(0, 1000)",
    ],
  },
  {
    name: "what is in a card's own shadow root moves by an animation that nobody tells of",
    html: list("", 300) + inRoots,
    steps: [
      `document.querySelectorAll(".match")[125].shadowRoot.firstChild.animate(${UP}); dispatchEvent(new Event("resize"))`,
      "0",
    ],
  },
  {
    name: "one host of many in a shadow root moves by an animation that nobody tells of",
    html: NESTED,
    steps: [
      `host.shadowRoot.querySelectorAll("p")[125].animate(${UP}); dispatchEvent(new Event("resize"))`,
      "0",
    ],
  },
  {
    name: "a card with a shadow root of its own sticks since a class was set inside of an annotated element",
    css: ".late .match:nth-child(102) { position: sticky; top: 0 }",
    html: `<section data-track-widget="all">${list("", 300)}</section>${inRoots}`,
    steps: ['document.querySelector("main").className = "late"', "scrollTo(0, 20000)"],
  },
  {
    name: "what a card stands in sticks since a class was set",
    css: "ul { margin: 0; padding: 0; list-style: none } .late li:nth-child(102) { position: sticky; top: 0 }",
    html: `<ul>${each((n) => `<li>${match(n)}</li>`, 300)}</ul>`,
    steps: ['document.body.className = "late"', "scrollTo(0, 20000)"],
  },
];
