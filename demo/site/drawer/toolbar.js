import { icon } from "../art/icons.js";
import { h } from "../lib/h.js";
import { sendBadEvent } from "./bad-event.js";

/** Pause, clear, and a look at what happens to an event that is refused. `waiting` says how many rows are held back. */
export function createToolbar({ onPause, onClear }) {
  let paused = false;
  const label = h("span", {}, "Pause");
  const pause = h(
    "button.tool",
    {
      type: "button",
      "aria-pressed": "false",
      onclick: () => {
        paused = !paused;
        pause.setAttribute("aria-pressed", String(paused));
        pause.firstChild.replaceWith(icon(paused ? "play" : "pause", 16));
        onPause(paused);
      },
    },
    icon("pause", 16),
    label,
  );
  return {
    element: h(
      "div.tools",
      {},
      pause,
      h("button.tool", { type: "button", onclick: onClear }, icon("trash", 16), "Clear"),
      h(
        "button.tool.bad",
        { type: "button", onclick: sendBadEvent },
        icon("warning", 16),
        "Send a bad event",
      ),
    ),
    waiting(count) {
      label.textContent = paused ? `Resume${count ? ` · ${count} new` : ""}` : "Pause";
    },
  };
}
