import { icon } from "../art/icons.js";
import { matchById } from "../data/matches.js";
import { h } from "../lib/h.js";
import { price } from "../odds/price.js";
import { slip } from "./slip.js";

/** One chosen outcome. It names its event: the slip stands outside of the events. */
export function slipSelection(outcome) {
  const match = matchById(outcome.eventId);
  return h(
    "li.slip-selection",
    { "data-track-selection": `${outcome.id}@${outcome.eventId}` },
    h(
      "div",
      {},
      h("b", {}, outcome.name),
      h("span", {}, outcome.market),
      h("span", {}, `${match.home} v ${match.away}`),
    ),
    price(outcome.id),
    h(
      "button.icon-button",
      { type: "button", "aria-label": `Remove ${outcome.name}`, onclick: () => slip.remove(outcome.id) },
      icon("close", 16),
    ),
  );
}
