import { crest } from "../art/crest.js";
import { icon } from "../art/icons.js";
import { upcomingMatches } from "../data/matches.js";
import { h } from "../lib/h.js";
import { price } from "../odds/price.js";
import { slip } from "../slip/slip.js";

const match = upcomingMatches.find(({ sport }) => sport.slug === "football");
const outcome = match.markets[1].outcomes[0];

/** A place that a sponsor pays for: it counts as seen only when three quarters of it were, for two seconds. */
export const boost = () =>
  h(
    "section.boost",
    {
      "data-track-widget": "odds-boost:sponsored",
      "data-track-viewability": "0.75/2000",
      "aria-label": "Odds boost",
    },
    h("div.boost-badge", {}, icon("bolt", 18), "Odds boost"),
    h(
      "div.boost-body",
      { "data-track-event": match.id },
      h("div.boost-crests", {}, crest(match.home, 40), crest(match.away, 40)),
      h("div.boost-text", {}, h("b", {}, outcome.name), h("span", {}, `${match.home} v ${match.away}`)),
      h(
        "button.button.primary",
        { type: "button", "data-track-add-bet": outcome.id, onclick: () => slip.add([outcome]) },
        "Add at ",
        price(outcome.id),
      ),
    ),
  );
