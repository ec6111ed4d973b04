import { icon } from "../art/icons.js";
import { h } from "../lib/h.js";
import { oddsRow } from "../odds/odds-button.js";

/** The button that unfolds the other markets of a match, and what it unfolds. A press is a click on the event. */
export function moreMarkets(match, markets) {
  const panel = h("div.more-markets", { hidden: true });
  const button = h(
    "button.more-button",
    {
      type: "button",
      "aria-expanded": "false",
      "aria-label": `More markets for ${match.home} v ${match.away}`,
      onclick: () => {
        // Built when first asked for: most visitors unfold none of them.
        if (!panel.firstChild) panel.append(...markets.map(marketBlock));
        panel.hidden = !panel.hidden;
        button.setAttribute("aria-expanded", String(!panel.hidden));
      },
    },
    h("span", {}, `+${markets.length} markets`),
    icon("down", 14),
  );
  return { button, panel };
}

const marketBlock = (market) => h("div.market", {}, h("span.market-name", {}, market.name), oddsRow(market));
