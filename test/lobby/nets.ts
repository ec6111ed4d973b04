import { matches } from "../truth/pages/parts/match.js";
import { each, type Layout, list } from "./layout.js";

/** Far enough for its guards to be far, too, cards. */
const FAR = 60;

const last = (selector: string) => `[...document.querySelectorAll(${JSON.stringify(selector)})].at(-1)`;

/** A strip that was moved before anyone looked, and is scrolled to: the guards stay where nobody can see them. */
const cut = (name: string, css: string, late = false): Layout => ({
  name: `a strip far below is cut off by ${name}${late ? ", later" : ""}`,
  css: `${late ? ".late " : ""}.frame { ${css} } .frame { height: 100px } .track { display: flex; width: max-content; transform: translateX(-2700px) } .track > * { flex: none; width: 240px }`,
  html: `${list("", FAR)}<div class="frame"><div class="track" data-track-location="c:1">${matches(60, 500)}</div></div>${list("", FAR, 900)}`,
  steps: [
    ...(late ? ['document.body.className = "late"'] : []),
    'document.querySelector(".frame").scrollIntoView({ block: "center" })',
  ],
});

/** Each can only be met by one net: nothing else tells of it, and the page is too long for looking by turns. */
export const NETS: Layout[] = [
  cut("overflow: clip", "overflow: clip"),
  cut("contain: paint", "contain: paint"),
  cut("a clip-path", "clip-path: inset(0)"),
  cut("overflow: clip", "overflow: clip", true),
  {
    name: "a scroller between two lists",
    css: "body { display: flex; align-items: start } main, aside { flex: 1 } aside { height: 600px; overflow: auto }",
    html: `${list("", 160)}<aside>${matches(160, 300)}</aside>${list("", 160, 600)}`,
    steps: [9000, 5000].map((y) => `document.querySelector("aside").scrollTop = ${y}`),
  },
  {
    name: "bars that stick for long",
    css: "section > div { position: sticky; top: 0; display: flex; background: #ddd } section > div > * { flex: 1 }",
    html: each(
      (n) =>
        `<section>${n ? `<div>${matches(3, 5000 + n * 10)}</div>` : ""}${matches(90, n * 100)}</section>`,
      3,
    ),
    steps: ["scrollTo(0, 16300)", "scrollTo(0, 1e6)"],
  },
  {
    name: "one that sticks by its place alone",
    css: ".match:nth-child(102) { position: sticky; top: 0 }",
    html: list("", 300),
    steps: ["scrollTo(0, 20000)"],
  },
  {
    name: "one that sticks since a class was set",
    css: ".late .match:nth-child(102) { position: sticky; top: 0 }",
    html: list("", 300),
    steps: ['document.body.className = "late"', "scrollTo(0, 20000)"],
  },
  {
    name: "one that sticks since a class was set inside of an annotated element",
    css: ".late .match:nth-child(102) { position: sticky; top: 0 }",
    html: `<section data-track-widget="all">${list("", 300)}</section>`,
    steps: ['document.querySelector("main").className = "late"', "scrollTo(0, 20000)"],
  },
  {
    name: "one far below moves alone, by its own style",
    html: list("", 300),
    steps: [
      'const it = document.querySelectorAll(".match")[125]; it.style.transform = "translateY(-" + (it.offsetTop - 100) + "px)"',
      "scrollTo(0, 500)",
    ],
  },
  {
    name: "one far below moves by an animation that has run since before it was parked",
    css: "@keyframes up { 12% { transform: none } 12.5%, to { transform: translateY(-11500px) } } .match:nth-child(126) { animation: up 60s }",
    html: list("", 300),
    steps: ["0", "0", "0", "0", "0"],
  },
  {
    name: "one far below moves when the focus is lost",
    css: "input { position: fixed; right: 0; top: 0 } input:not(:focus) ~ main .match:nth-child(126) { transform: translateY(-11500px) }",
    html: `<input><script>document.querySelector("input").focus()</script>${list()}`,
    steps: ['document.querySelector("input").blur()', "0"],
  },
  {
    name: "one far below moves since a banner was put in",
    css: "body:has(.banner) .match:nth-child(126) { transform: translateY(-11500px) }",
    html: list(),
    steps: ['document.body.append(Object.assign(document.createElement("i"), { className: "banner" }))', "0"],
  },
  {
    name: "details far below, of which one is opened",
    html: `${list("", FAR)}${each((n) => `<details data-track-location="d:${n}"><summary>${n}</summary>${matches(9, n * 10)}</details>`, 20)}${list("", FAR, 900)}`,
    steps: [7, 12].flatMap((n) => [
      `document.querySelectorAll("details")[${n}].open = true`,
      `document.querySelectorAll("details")[${n}].scrollIntoView()`,
    ]),
  },
  {
    name: "cards grow in a scroller that does not",
    css: ".match { height: auto; min-height: 90px } .more { display: none; height: 1500px } .open { display: block }",
    html: `<main style="height: 500px; overflow-y: auto">${each((n) => `<article class="match" data-track-event="${n}">${n}<div class="more"></div></article>`)}</main>`,
    steps: [
      'for (const one of document.querySelectorAll(".more")) one.className = "more open"',
      'document.querySelector("main").scrollTop = document.querySelectorAll(".match")[57].offsetTop - 8',
    ],
  },
  {
    name: "images load in cards of a scroller that does not grow",
    css: ".match { height: auto; min-height: 90px } img { display: block }",
    html: `<main style="height: 500px; overflow-y: auto">${each((n) => `<article class="match" data-track-event="${n}">${n}<img alt=""></article>`)}</main>`,
    steps: [
      `[...document.images].forEach((image, n) => n > 48 && n < 59 && image.setAttribute("src", "data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg' width='40' height='1500'/>"))`,
      'document.querySelector("main").scrollTop = document.querySelectorAll(".match")[54].offsetTop - 8',
    ],
  },
  {
    name: "those far below are thinned out in a scroller",
    html: list("height: 500px; overflow-y: auto", 480),
    steps: [
      'const all = [...document.querySelectorAll(".match")]; all.forEach((one, n) => n % 3 !== 1 && one.remove())',
      'document.querySelector("main").scrollTop = 9000',
    ],
  },
  {
    name: "those far below change places",
    html: list("", 300),
    steps: [
      'const all = document.querySelectorAll(".match"); all[111].before(all[222]); all[234].before(all[99])',
      'document.querySelectorAll(".match")[111].scrollIntoView()',
      `${last(".match")}.scrollIntoView()`,
    ],
  },
];
