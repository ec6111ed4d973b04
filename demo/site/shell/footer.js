import { icon } from "../art/icons.js";
import { h } from "../lib/h.js";
import { menuItems } from "./menu.js";

export function fillFooter(footer) {
  footer.setAttribute("data-track-location", "footer:default");
  footer.append(
    h("nav", { "data-track-menu": "footer", "aria-label": "Footer" }, menuItems(false)),
    // Who looks for help with gambling is nobody's statistic.
    h(
      "section.responsible",
      { "data-track-ignore": true, "aria-label": "Responsible gambling" },
      icon("shield", 28),
      h(
        "div",
        {},
        h("b", {}, "18+. Play for fun, and stop when it is not."),
        h("p", {}, "Set limits, take a break or talk to somebody. Nothing in this box is recorded."),
      ),
    ),
    h(
      "p.muted",
      {},
      "Northbet is an invented brand. Clubs, players, games and odds are invented too, and no money moves.",
    ),
  );
}
