import { icon } from "../art/icons.js";
import { liveMatches, matchById, upcomingMatches } from "../data/matches.js";
import { h } from "../lib/h.js";
import { price } from "../odds/price.js";
import { slip } from "../slip/slip.js";
import { section } from "./section.js";

const leg = (match, market, outcome) => match.markets[market].outcomes[outcome];
const COMBINATIONS = [
  {
    title: "The safe treble",
    legs: [leg(liveMatches[0], 1, 0), leg(liveMatches[6], 0, 0), leg(upcomingMatches[2], 2, 0)],
  },
  {
    title: "Northern lights",
    legs: [leg(liveMatches[45], 0, 0), leg(liveMatches[50], 1, 0), leg(upcomingMatches[9], 0, 0)],
  },
];
const selection = (outcome) => `${outcome.id}@${outcome.eventId}`;

/** Ready-made combinations, each taken into the slip by one press. */
export const betBuilder = () =>
  section(
    "Bet builder",
    { "data-track-location": "bet-builder:recommended" },
    h("div.builder-grid", {}, COMBINATIONS.map(combination)),
  );

/** The first says its selections on the button; the others leave the button empty and mark the legs. */
function combination({ title, legs }, index) {
  const written = index === 0;
  return h(
    "article.builder",
    { "data-track-selections": !written },
    h("h3", {}, icon("star", 18), title),
    h(
      "ol",
      {},
      legs.map((outcome) => legItem(outcome, !written)),
    ),
    h(
      "button.button.outline",
      {
        type: "button",
        "data-track-combination": written ? legs.map(selection).join(" ") : "",
        onclick: () => slip.add(legs),
      },
      icon("plus", 18),
      `Add all ${legs.length} to the slip`,
    ),
  );
}

function legItem(outcome, marked) {
  const match = matchById(outcome.eventId);
  return h(
    "li.odds-row",
    { "data-track-selection": marked ? selection(outcome) : null },
    h("div", {}, h("b", {}, outcome.name), h("span", {}, `${match.home} v ${match.away}`)),
    price(outcome.id),
  );
}
