import { icon } from "../art/icons.js";
import { formatMoney, formatPrice } from "../lib/format.js";
import { h } from "../lib/h.js";
import { onMove } from "../odds/book.js";
import { toast } from "../shell/toast.js";
import { slip } from "./slip.js";
import { slipSelection } from "./slip-selection.js";
import { stakeField } from "./stake-field.js";

let ticket = 48210;

/** Fills the bet slip: a column on wide screens, a sheet that is pulled up from its bar on narrow ones. */
export function startSlip(panel) {
  const open = (yes) => {
    panel.classList.toggle("is-open", yes);
    for (const bar of panel.querySelectorAll(".slip-bar")) bar.setAttribute("aria-expanded", String(yes));
  };
  const toggle = () => open(!panel.classList.contains("is-open"));

  const list = h("ol.slip-list", { "aria-label": "Selections" });
  const count = h("span.slip-count", {});
  const total = h("span.slip-total", {});
  const summary = h("div.slip-summary");
  const place = h(
    "button.button.primary.slip-place",
    { type: "button", "data-track-place-ticket": "", onclick: () => placeTicket() },
    "Place ticket",
  );
  const foot = h("div.slip-foot", {}, stakeField(showSums), summary, place);

  // The whole panel is one widget and holds the selections that an empty place-ticket collects.
  panel.setAttribute("data-track-widget", "betslip");
  panel.setAttribute("data-track-selections", "");
  panel.append(
    h(
      "button.slip-bar",
      { type: "button", "aria-expanded": "false", "aria-controls": "slip-body", onclick: toggle },
      icon("ticket"),
      h("span.slip-title", {}, "Bet slip"),
      count,
      total,
      icon("down", 18),
    ),
    h("div.slip-body", { id: "slip-body" }, list, foot),
  );

  function placeTicket() {
    toast(`Ticket #${ticket++} placed. Good luck.`);
    slip.clear();
    open(false);
  }

  function showSums() {
    const price = slip.total();
    total.textContent = formatPrice(price);
    summary.replaceChildren(
      h("span", {}, "Total odds"),
      h("b", {}, formatPrice(price)),
      h("span", {}, "Possible return"),
      h("b.brand", {}, formatMoney(price * slip.stake)),
    );
  }

  function show() {
    const outcomes = slip.outcomes();
    panel.classList.toggle("is-empty", outcomes.length === 0);
    count.textContent = String(outcomes.length);
    list.replaceChildren(...(outcomes.length ? outcomes.map(slipSelection) : [emptySlip()]));
    showSums();
    if (!outcomes.length) open(false);
  }

  slip.subscribe(show);
  onMove((id) => slip.has(id) && showSums());
  show();
}

const emptySlip = () =>
  h(
    "li.slip-empty",
    {},
    icon("ticket", 40),
    h("b", {}, "Your slip is empty"),
    h("span", {}, "Press any odds to add a selection."),
  );
