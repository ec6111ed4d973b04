import { icon } from "../art/icons.js";
import { h } from "../lib/h.js";
import { FAMILIES } from "./families.js";

/** One button a family, and one for all. The rows are hidden by CSS, so that a filter costs nothing when rows come. */
export function createFilters(list) {
  const choose = (id) => {
    list.dataset.show = id;
    for (const button of buttons) button.setAttribute("aria-pressed", String(button.dataset.family === id));
  };
  const filter = (id, label, name) =>
    h(
      "button.filter",
      { type: "button", "data-family": id, "aria-pressed": String(id === "all"), onclick: () => choose(id) },
      icon(name, 18),
      label,
    );
  const buttons = [
    filter("all", "All", "signal"),
    ...FAMILIES.map(({ id, label, icon }) => filter(id, label, icon)),
  ];
  return h("div.filters", { role: "group", "aria-label": "Show" }, buttons);
}
