import { match, matches } from "../truth/pages/parts/match.js";
import { CHANGES } from "./changes.js";
import { CONTAINERS } from "./containers.js";
import { GROWTH } from "./growth.js";
import { HOSTS } from "./hosts.js";
import { COUNT, each, type Layout, list, READ } from "./layout.js";
import { NETS } from "./nets.js";
import { SLOTS } from "./slots.js";

const $ = (selector: string) => `document.querySelector(${JSON.stringify(selector)})`;

/** Where the order of the elements is not that of the eye, and what moves them. */
const PLACES: Layout[] = [
  { name: "a flat list", html: list(), steps: READ },
  { name: "list items", html: `<ul>${each((n) => `<li><div>${match(n)}</div></li>`)}</ul>`, steps: READ },
  {
    name: "sections",
    html: each((n) => `<section data-track-location="s:${n}"><h2>${n}</h2>${matches(9)}</section>`, 20),
    steps: READ,
  },
  {
    name: "order by CSS",
    css: "main { display: flex; flex-direction: column } .match { flex: none }",
    html: `<main>${each((n) => match(n, `order: ${(n * 37) % COUNT}`))}</main>`,
    steps: READ,
  },
  { name: "reversed", html: list("display: flex; flex-direction: column-reverse"), steps: READ },
  {
    name: "a dense grid",
    css: ".match { height: 30px; margin: 0; overflow: hidden }",
    html: list("display: grid; grid-template-columns: repeat(12, 1fr)", 6000),
    steps: READ,
  },
  {
    name: "a grid whose areas are dense",
    css: ".match:nth-child(7n) { grid-column: span 3; grid-row: span 2; height: auto }",
    html: list("display: grid; grid-auto-flow: dense; grid-template-columns: repeat(5, 1fr)", 400),
    steps: READ,
  },
  {
    name: "absolute, in no order",
    css: ".match { position: absolute; width: 300px }",
    html: `<main style="position: relative; height: 16000px">${each((n) => match(n, `top: ${((n * 37) % COUNT) * 100}px`))}</main>`,
    steps: READ,
  },
  {
    name: "each transformed to its place",
    css: ".match { position: absolute; top: 0; width: 300px }",
    html: `<main style="position: relative; height: 16000px">${each((n) => match(n, `transform: translateY(${((n * 53) % COUNT) * 100}px)`))}</main>`,
    steps: READ,
  },
  {
    name: "the list is translated",
    html: list(),
    steps: [
      `${$("main")}.style.transform = "translateY(-4000px)"`,
      `${$("main")}.style.transform = "translateY(-9000px)"`,
      "scrollTo(0, 2000)",
    ],
  },
  {
    name: "the list moves by a transition",
    html: list("transition: transform 1s"),
    steps: [`${$("main")}.style.transform = "translateY(-5000px)"`, `${$("main")}.style.transform = "none"`],
  },
  {
    name: "the list moves by an animation",
    css: "@keyframes up { to { transform: translateY(-6000px) } } .go { animation: up 300ms forwards }",
    html: list(),
    steps: [`${$("main")}.className = "go"`, "scrollTo(0, 3000)"],
  },
  {
    name: "one moves by its own style",
    html: list(),
    steps: [
      'document.querySelectorAll(".match")[120].style.cssText = "position: fixed; top: 100px; right: 0; width: 300px"',
      "scrollTo(0, 2000)",
    ],
  },
  {
    name: "one moves by its own class",
    css: ".up { position: fixed; top: 100px; right: 0; width: 300px }",
    html: list(),
    steps: ['document.querySelectorAll(".match")[121].className += " up"', "scrollTo(0, 2000)"],
  },
  {
    name: "one moves by an animation of its own",
    html: list(),
    steps: [
      'document.querySelectorAll(".match")[122].animate([{ transform: "none" }, { transform: "translateY(-" + (document.querySelectorAll(".match")[122].offsetTop - 100) + "px)" }], { duration: 300, fill: "forwards" }); dispatchEvent(new Event("resize"))',
      "scrollTo(0, 1000)",
    ],
  },
  {
    name: "one moves by a transition of its own",
    css: ".match { transition: transform 300ms }",
    html: list(),
    steps: [
      'const it = document.querySelectorAll(".match")[123]; it.style.transform = "translateY(-" + (it.offsetTop - 100) + "px)"',
      "scrollTo(0, 1000)",
    ],
  },
  {
    name: "a class on the body moves them",
    css: ".far .match:nth-child(n + 60) { transform: translateY(-5880px) }",
    html: list(),
    steps: ['document.body.className = "far"', "scrollTo(0, 1000)", 'document.body.className = ""'],
  },
  {
    name: "an attribute elsewhere moves them",
    css: "[data-open] ~ main .match:nth-child(n + 60) { transform: translateY(-5880px) }",
    html: `<div id="it"></div>${list()}`,
    steps: ['it.dataset.open = ""', "scrollTo(0, 1000)"],
  },
  {
    name: "a checkbox moves them",
    css: ":checked ~ main .match:nth-child(n + 60) { transform: translateY(-5880px) }",
    html: `<input type="checkbox" style="position: fixed; top: 0; right: 0; width: 40px; height: 40px">${list()}`,
    steps: [(tab) => tab.click(1255, 20), (tab) => tab.click(1255, 20)],
  },
  {
    name: "hovering moves them",
    css: "nav:hover ~ main .match:nth-child(n + 60) { transform: translateY(-5880px) }",
    html: `<nav style="position: fixed; top: 0; right: 0; width: 60px; height: 60px; background: navy"></nav>${list()}`,
    steps: [(tab) => tab.wheel(1250, 30, 0, 1), (tab) => tab.wheel(300, 300, 0, 1)],
  },
  {
    name: "an accordion opens",
    css: "section { height: 0; overflow: hidden; transition: height 400ms } .open { height: 940px }",
    html: `${each((n) => `<section data-track-location="a:${n}">${matches(9, n * 10)}</section>`, 30)}${list()}`,
    steps: [
      'document.querySelectorAll("section")[20].className = "open"',
      'document.querySelectorAll("section")[3].className = "open"',
      "scrollTo(0, 500)",
    ],
  },
];

export const LAYOUTS: Layout[] = [
  ...PLACES,
  ...CONTAINERS,
  ...CHANGES,
  ...GROWTH,
  ...HOSTS,
  ...SLOTS,
  ...NETS,
];
