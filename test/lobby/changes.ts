import { matches } from "../truth/pages/parts/match.js";
import { each, type Layout, list, READ } from "./layout.js";

const ALL = 'const all = [...document.querySelectorAll(".match")];';

/** What happens to a page that stands: what appears, grows, changes places, goes and comes. */
export const CHANGES: Layout[] = [
  {
    name: "details open",
    html: `${each((n) => `<details data-track-location="d:${n}"><summary>${n}</summary>${matches(9, n * 10)}</details>`, 20)}${list("", 160, 900)}`,
    steps: [
      'document.querySelectorAll("details")[18].open = true',
      'document.querySelectorAll("details")[2].open = true',
      "scrollTo(0, 4000)",
    ],
  },
  {
    name: "what is far is filtered out and comes back",
    css: ".few .match:not(:nth-child(9n)) { display: none }",
    html: list(),
    steps: [
      'document.querySelector("main").className = "few"',
      "scrollTo(0, 1000)",
      'document.querySelector("main").className = ""',
      "scrollTo(0, 4000)",
    ],
  },
  {
    name: "each is hidden by its own attribute",
    html: list(),
    steps: [
      `${ALL} all.slice(2, 150).forEach((one) => one.hidden = true)`,
      `${ALL} all.forEach((one) => one.hidden = false)`,
      "scrollTo(0, 5000)",
    ],
    css: "[hidden] { display: none }",
  },
  {
    name: "a panel that was not displayed",
    css: ".off { display: none }",
    html: `${list("", 100)}<section class="off" data-track-location="p:1">${matches(100, 500)}</section>`,
    steps: [
      'const [a, b] = [document.querySelector("main"), document.querySelector("section")]; a.className = "off"; b.className = ""',
      "scrollTo(0, 3000)",
      "scrollTo(0, 1e6)",
    ],
  },
  {
    name: "those before grow smaller",
    css: ".small .match:nth-child(-n + 120) { height: 4px; margin: 0 }",
    html: list(),
    steps: ['document.querySelector("main").className = "small"', "scrollTo(0, 300)"],
  },
  {
    name: "one before shrinks by a rule that nobody tells of",
    html: `<div id="tall" style="height: 9000px"></div>${list()}<style id="rule"></style>`,
    steps: ['rule.sheet.insertRule("#tall { height: 0 !important }")', "scrollTo(0, 1000)"],
  },
  {
    name: "images that load",
    html: `<main>${each((n) => `<div class="match" style="height: auto" data-track-event="${n}"><img alt="" width="40"></div>`)}</main>`,
    steps: [
      `for (const image of document.images) image.src = "data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg' width='40' height='300'/>"`,
      "scrollTo(0, 5000)",
      "scrollTo(0, 1e6)",
    ],
    css: ".match { min-height: 60px }",
  },
  {
    name: "the last comes first",
    html: list(),
    steps: [
      'const main = document.querySelector("main"); main.prepend(main.lastElementChild)',
      'const main = document.querySelector("main"); main.prepend(...[...main.children].slice(100, 104))',
      "scrollTo(0, 900)",
    ],
  },
  {
    name: "the list is turned round",
    html: list(),
    steps: [
      'const main = document.querySelector("main"); main.append(...[...main.children].reverse())',
      "scrollTo(0, 3000)",
    ],
  },
  {
    name: "one is taken to another list",
    html: `<aside style="position: fixed; right: 0; top: 0; width: 300px; height: 400px; background: #fff"></aside>${list()}`,
    steps: [`${ALL} document.querySelector("aside").append(all[100], all[130])`, "scrollTo(0, 1000)"],
  },
  {
    name: "all nodes are made anew",
    html: list(),
    steps: [
      'const main = document.querySelector("main"); main.innerHTML = main.innerHTML',
      "scrollTo(0, 4000)",
      'const main = document.querySelector("main"); main.innerHTML = main.innerHTML',
    ],
  },
  {
    name: "cards give way to others",
    html: list(),
    steps: [
      `${ALL} for (let n = 0; n < 160; n += 3) { const other = all[n].cloneNode(true); other.dataset.trackEvent = 1000 + n; all[n].replaceWith(other) }`,
      "scrollTo(0, 4000)",
      "scrollTo(0, 1e6)",
    ],
  },
  {
    name: "those at the front are removed",
    html: list(),
    steps: [`${ALL} all.slice(0, 90).forEach((one) => one.remove())`, "scrollTo(0, 800)"],
  },
  {
    name: "another id",
    html: list(),
    steps: [`${ALL} all.forEach((one) => one.dataset.trackEvent += "7")`, "scrollTo(0, 4000)"],
  },
  {
    name: "another page view",
    html: list(),
    steps: ["scrollTo(0, 3000)", 'history.pushState(null, "", "/next")', "scrollTo(0, 0)"],
  },
  {
    name: "another width",
    css: ".match { width: 300px; float: left }",
    html: list("", 500),
    steps: [(tab) => tab.resize(660, 720, 1), "scrollTo(0, 3000)", (tab) => tab.resize(1280, 500, 1)],
  },
  {
    name: "prices that change and flash",
    css: "@keyframes flash { from { background: #cfc } } .up { animation: flash 200ms }",
    html: `${list()}<script>let turn = 0; setInterval(() => { for (const button of [...document.querySelectorAll("button")].slice(turn * 7 % 300, turn * 7 % 300 + 5)) { button.textContent = turn / 10; button.classList.toggle("up") } turn++ }, 10)</script>`,
    steps: READ,
  },
  {
    name: "a list that only has what is in view",
    html: `<main style="position: relative; height: 90000px"></main><script>const main = document.querySelector("main"); const fill = () => { const first = Math.max(0, Math.floor(scrollY / 90) - 60); main.innerHTML = Array.from({ length: 130 }, (_, n) => \`<article class="match" style="position: absolute; left: 0; right: 0; top: \${(first + n) * 90}px" data-track-event="\${first + n}"></article>\`).join("") }; let at = -1; addEventListener("scroll", () => { const now = Math.floor(scrollY / 900); if (now !== at) fill(); at = now }); fill()</script>`,
    steps: ["scrollTo(0, 3000)", "scrollTo(0, 40000)", "scrollTo(0, 40500)"],
  },
];
