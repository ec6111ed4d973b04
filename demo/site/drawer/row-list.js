import { h } from "../lib/h.js";
import { LIMIT } from "./log.js";
import { eventRow } from "./row.js";

/**
 * The rows, newest on top. They are put in once a frame, however many events came, and never more than the log keeps.
 * While paused, they wait.
 */
export function createRowList(onWaiting) {
  const element = h("ol.rows", { "aria-label": "Received events, newest first", tabindex: -1 });
  const rows = new WeakMap();
  let waiting = [];
  let frame = 0;
  let paused = false;

  function insert() {
    frame = 0;
    if (paused) return;
    const added = waiting.map((entry) => {
      const row = eventRow(entry);
      rows.set(entry, row);
      return row.element;
    });
    waiting = [];
    element.prepend(...added.reverse());
    while (element.childElementCount > LIMIT) element.lastElementChild.remove();
    onWaiting(0);
  }

  return {
    element,
    add(entry) {
      waiting.push(entry);
      if (waiting.length > LIMIT) waiting.shift();
      if (paused) onWaiting(waiting.length);
      else if (!frame) frame = requestAnimationFrame(insert);
    },
    update: (entry) => rows.get(entry)?.update(),
    pause(yes) {
      paused = yes;
      if (!paused) insert();
    },
    clear() {
      waiting = [];
      element.replaceChildren();
      onWaiting(0);
    },
  };
}
