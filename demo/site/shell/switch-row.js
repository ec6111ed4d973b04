import { h } from "../lib/h.js";

/** A labelled switch. `changed` gets the new state. */
export function switchRow(label, hint, on, changed) {
  const button = h(
    "button.switch",
    {
      type: "button",
      role: "switch",
      "aria-checked": String(on),
      onclick: () => {
        const next = button.getAttribute("aria-checked") !== "true";
        button.setAttribute("aria-checked", String(next));
        changed(next);
      },
    },
    h("span", {}, h("b", {}, label), h("small", {}, hint)),
    h("i.switch-track"),
  );
  return button;
}
