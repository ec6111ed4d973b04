import { MATCHES } from "../data/matches.js";
import { formatPrice } from "../lib/format.js";

const prices = new Map();
const listeners = new Set();
for (const match of MATCHES) {
  for (const { id, price } of match.markets.flatMap((market) => market.outcomes)) prices.set(id, price);
}

/** The current decimal odds of an outcome. */
export const priceOf = (id) => prices.get(id);
/** Calls back after each move of a price. */
export const onMove = (listener) => listeners.add(listener);

/** Moves a price by up to a twentieth, and shows it wherever the page shows it. */
export function movePrice(id, share) {
  const before = prices.get(id);
  const after = Math.max(1.02, Math.round(before * (1 + share) * 100) / 100);
  if (after === before) return;
  prices.set(id, after);
  for (const cell of document.querySelectorAll(`[data-price-of="${id}"]`))
    show(cell, after > before ? "up" : "down", after);
  for (const listener of listeners) listener(id);
}

function show(cell, direction, price) {
  cell.textContent = formatPrice(price);
  cell.classList.remove("up", "down");
  // In the next frame: a class that is taken off and put on within one frame does not start its animation again.
  requestAnimationFrame(() => cell.classList.add(direction));
}
