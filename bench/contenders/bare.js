/** What anybody would write by hand: finds, observes, listens, and sends nothing. The least that watching costs. */
const CARD = "[data-track-event]";
const seen = new Set();
const clicked = [];

const cards = new IntersectionObserver(
  (entries) => {
    for (const { target, isIntersecting } of entries) if (isIntersecting) seen.add(target.dataset.trackEvent);
  },
  { threshold: 0.5 },
);
for (const card of document.querySelectorAll(CARD)) cards.observe(card);

new MutationObserver((records) => {
  for (const { addedNodes } of records)
    for (const node of addedNodes)
      if (node.nodeType === 1)
        for (const card of node.matches(CARD) ? [node] : node.querySelectorAll(CARD)) cards.observe(card);
}).observe(document, { childList: true, subtree: true });

addEventListener(
  "click",
  ({ target }) => {
    const element = target.closest(`[data-track-outcome],${CARD}`);
    if (element) clicked.push([element.dataset.trackOutcome, target.closest(CARD).dataset.trackEvent]);
  },
  true,
);
