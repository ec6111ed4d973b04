import { addStyle, matches, show } from "./parts/match.js";

/** A live page: 5,000 odds change each minute, some with a flash, and goals put matches in another order. */

const UPDATES = 5000 / 60_000;

addStyle(".up { background: #cfc } .down { background: #fcc }");
show(`<main data-track-location="odds:list">${matches(60)}</main>`);
const list = document.querySelector("main") as HTMLElement;
const odds = [...list.querySelectorAll("button")];
let done = 0;

function update(): void {
  // As many as are due: timers are late now and then.
  while (done < performance.now() * UPDATES) {
    const button = odds[(done++ * 7) % odds.length] as HTMLElement;
    button.textContent = (1 + (done % 900) / 100).toFixed(2);
    button.className = done % 2 ? "up" : "down";
    if (done % 100 === 0) list.insertBefore(list.children[done % 60] as Element, list.children[3] as Element);
  }
}
setInterval(update, 12);
