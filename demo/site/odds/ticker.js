import { still } from "../lib/clock.js";
import { pick, random } from "../lib/random.js";
import { movePrice } from "./book.js";

/** ms between two changes: about 330 a minute. */
const INTERVAL = 180;
const LARGEST = 0.05;

/**
 * Moves the odds that are on the screen, as a live feed would. It changes text and classes and nothing else.
 * Returns `watch`, to be called with each page that is shown.
 */
export function startTicker() {
  if (still) return () => {};
  const visible = new Set();
  const next = random(7);
  const observer = new IntersectionObserver((entries) => {
    for (const { target, isIntersecting } of entries) visible[isIntersecting ? "add" : "delete"](target);
  });

  setInterval(() => {
    if (document.hidden || !visible.size) return;
    const row = pick(next, [...visible]);
    const cell = pick(next, [...row.querySelectorAll("[data-price-of]")]);
    if (cell) movePrice(cell.getAttribute("data-price-of"), (next() * 2 - 1) * LARGEST);
  }, INTERVAL);

  return (page) => {
    observer.disconnect();
    visible.clear();
    for (const row of page.querySelectorAll(".odds-row")) observer.observe(row);
  };
}
