import { icon } from "../art/icons.js";
import { still } from "../lib/clock.js";
import { h } from "../lib/h.js";
import { createCounters } from "./counters.js";
import { createFilters } from "./filters.js";
import { createHandle } from "./handle.js";
import { createLog } from "./log.js";
import { TO_EVENTS } from "./messages.js";
import { createRowList } from "./row-list.js";
import { openStream } from "./stream.js";
import { createToolbar } from "./toolbar.js";

/** "What the relay received": docked at the right on wide screens, a sheet behind a floating handle on phones. */
export function startDrawer(drawer) {
  const log = createLog();
  const counters = createCounters();
  const handle = createHandle();
  const rows = createRowList((waiting) => toolbar.waiting(waiting));
  const toolbar = createToolbar({ onPause: rows.pause, onClear: clear });
  const state = h("span.stream-state", {}, "connecting");

  drawer.append(
    handle.element,
    h(
      "div.drawer-panel",
      { id: "drawer-panel", onkeydown: ({ key }) => key === "Escape" && handle.close() },
      h(
        "header.drawer-head",
        {},
        h("div", {}, h("h2", {}, "What the relay received"), state),
        h(
          "button.icon-button",
          { type: "button", "aria-label": "Collapse", onclick: handle.close },
          icon("close"),
        ),
      ),
      counters.element,
      toolbar.element,
      createFilters(rows.element),
      rows.element,
      h(
        "p.rows-empty",
        {},
        "Look at the page for a second, scroll, or press some odds: what arrives shows here.",
      ),
    ),
  );

  openStream("/demo/live", take, (live) => {
    state.textContent = live ? "live" : "reconnecting";
    state.classList.toggle("is-live", live);
  });
  // Open where it takes no room from the page; a phone's page is not covered unasked, and a picture shows the page.
  handle.setOpen(handle.isRoomy() && !still);

  function take(message) {
    if (message.kind === "forward") log.forward(message).forEach(rows.update);
    for (const entry of (TO_EVENTS[message.kind]?.(message) ?? []).map(log.receive))
      if (entry) rows.add(entry);
    count();
  }

  function count() {
    const now = log.counters();
    counters.show(now);
    handle.show(now.received);
  }

  function clear() {
    log.clear();
    rows.clear();
    count();
  }
}
