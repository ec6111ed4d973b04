import { h, render } from "preact";
import { addStyle, show } from "./parts/match.js";

/** A list without keys in a window of few nodes: scrolling puts other matches on the same nodes. */

const ROW = 94;
const COUNT = 500;

addStyle("#scroller { height: 100vh; overflow: auto } .match { position: absolute; width: 90% }");
show('<main id="scroller" data-track-location="keyless:list"></main>');
const scroller = document.getElementById("scroller") as HTMLElement;

const row = (id: number) =>
  h("article", { class: "match", "data-track-event": `${id}`, style: { top: `${id * ROW}px` } }, [
    `Match ${id} `,
    h("button", { "data-track-outcome": `${id}1` }, "1.85"),
  ]);

function draw(): void {
  const first = Math.floor(scroller.scrollTop / ROW);
  const length = Math.min(Math.ceil(scroller.clientHeight / ROW) + 1, COUNT - first);
  const rows = Array.from({ length }, (_, index) => row(first + index));
  render(h("div", { style: { position: "relative", height: `${COUNT * ROW}px` } }, rows), scroller);
}

scroller.addEventListener("scroll", draw);
addEventListener("resize", draw);
draw();
