/**
 * One target for many cards, found in the two ways that come to mind first: `siblings` has one for every sixteen that
 * follow each other, `containers` one for each of the page's own that says a location. Near a viewport the cards of a
 * target are observed. Nothing is done where cards are elsewhere than their target, and nothing is sent.
 */
const CARD = "[data-track-event]";
const CONTAINER = "[data-track-location]";
const MANY = 16;
/** As near as ours above and below, and enough to the sides. */
const MARGIN = "1800px 3000px";

const { by } = document.currentScript.dataset;
const members = new Map();
const seen = new Set();

const cards = new IntersectionObserver(
  (entries) => {
    for (const { target, isIntersecting } of entries) if (isIntersecting) seen.add(target.dataset.trackEvent);
  },
  { threshold: 0.5 },
);
const guards = new IntersectionObserver(
  (entries) => {
    for (const { target, isIntersecting } of entries)
      for (const card of members.get(target)) isIntersecting ? cards.observe(card) : cards.unobserve(card);
  },
  { rootMargin: MARGIN, scrollMargin: MARGIN },
);

let guard;
[...document.querySelectorAll(CARD)].forEach((card, index) => {
  if (by === "containers") guard = card.closest(CONTAINER);
  else if (index % MANY === 0) guard = card;
  if (members.has(guard)) members.get(guard).push(card);
  else members.set(guard, [card]);
});
for (const one of members.keys()) guards.observe(one);
