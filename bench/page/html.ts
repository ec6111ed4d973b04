/** Ids are as long as Sportradar's. */
const FIRST = 1_018_561_957;

/** A match with three prices, as a sportsbook shows it; annotated as the README says. */
function card(n: number): string {
  const id = FIRST + n;
  const prices = [1, 2, 3].map((o) => `<button data-track-outcome="3${id}${o}">${o}.${n % 90}</button>`);
  return `<article class="card" id="m${id}" data-track-event="${id}"><h3>Home ${n} – Away ${n}</h3>${prices.join("")}</article>`;
}

const STYLE = `body { margin: 0; font: 14px sans-serif } .card { height: 64px; padding: 8px; display: flex; gap: 8px }
h3 { flex: 1; margin: 0 } button { width: 80px }`;

/** A page with a list of that many match cards, 80 px high each; no contender is on it yet. */
export const html = (cards: number): string =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${cards} cards</title><style>${STYLE}</style>
<script src="/actions.js"></script></head><body><a id="next" href="/next">next</a>
<main data-track-location="matches:all">${Array.from({ length: cards }, (_, n) => card(n)).join("")}</main></body></html>`;
