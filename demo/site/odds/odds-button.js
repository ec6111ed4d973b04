import { h } from "../lib/h.js";
import { slip } from "../slip/slip.js";
import { price } from "./price.js";

/**
 * One outcome with its price. A press is a click on the outcome; while the outcome is not in the slip the press adds
 * it, so the button says so (`data-track-add-bet`) only then.
 */
export const oddsButton = (outcome) =>
  h(
    "button.odds",
    {
      type: "button",
      "data-track-outcome": outcome.id,
      "data-track-add-bet": slip.has(outcome.id) ? null : outcome.id,
      "aria-pressed": String(slip.has(outcome.id)),
      "aria-label": `${outcome.market}: ${outcome.name}`,
      onclick: () => slip.toggle(outcome),
    },
    h("span.odds-name", {}, outcome.short),
    price(outcome.id),
  );

/** The outcomes of one market, side by side. */
export const oddsRow = (market) => h("div.odds-row", {}, market.outcomes.map(oddsButton));

// A change in the slip is shown on every button of the page, wherever the same outcome stands.
slip.subscribe(() => {
  for (const button of document.querySelectorAll(".odds")) {
    const id = button.getAttribute("data-track-outcome");
    const chosen = slip.has(id);
    if (String(chosen) === button.getAttribute("aria-pressed")) continue;
    button.setAttribute("aria-pressed", String(chosen));
    if (chosen) button.removeAttribute("data-track-add-bet");
    else button.setAttribute("data-track-add-bet", id);
  }
});
