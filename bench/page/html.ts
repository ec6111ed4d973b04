/** Ids are as long as Sportradar's. */
const FIRST = 1_018_561_957;

/** How many cards a lane has. */
const LANE = 20;

/** A match with three prices, as a sportsbook shows it; annotated as the README says. */
function card(n: number): string {
  const id = FIRST + n;
  const prices = [1, 2, 3].map((o) => `<button data-track-outcome="3${id}${o}">${o}.${n % 90}</button>`);
  return `<article class="card" id="m${id}" data-track-event="${id}"><h3>Home ${n} – Away ${n}</h3>${prices.join("")}</article>`;
}

const STYLE = `body { margin: 0; font: 14px sans-serif } .card { height: 64px; padding: 8px; display: flex; gap: 8px }
h3 { flex: 1; margin: 0 } button { width: 80px } .lane { display: flex; overflow-x: auto } .lane > * { flex: none; width: 400px }`;

const cardsFrom = (first: number, count: number): string =>
  Array.from({ length: count }, (_, n) => card(first + n)).join("");

/** A list of that many match cards, 80 px high each. */
const list = (cards: number): string =>
  `<main data-track-location="matches:all">${cardsFrom(0, cards)}</main>`;

/** As a casino shows them: rows of twenty, each of which scrolls sideways and has a location of its own. */
const lanes = (cards: number): string => {
  const lane = (_: unknown, n: number): string =>
    `<section class="lane" data-track-location="lane:${n}">${cardsFrom(LANE * n, LANE)}</section>`;
  return `<main>${Array.from({ length: cards / LANE }, lane).join("")}</main>`;
};

const KINDS = { list, lanes };
export type Kind = keyof typeof KINDS;

/** A page with that many cards; no contender is on it yet. */
export const html = (kind: Kind, cards: number): string =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${cards} cards</title><style>${STYLE}</style>
<script src="/actions.js"></script></head><body><a id="next" href="/next">next</a>
${KINDS[kind](cards)}</body></html>`;
