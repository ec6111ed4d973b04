import { h } from "../lib/h.js";

const LABELS = [
  ["received", "Received"],
  ["forwarded", "Forwarded"],
  ["refused", "Refused"],
  ["ids", "Ids seen"],
];
/** How often the counters are read out at most, in ms: each event would talk without end. */
const SPOKEN_EVERY = 5000;

/** The four counters; `show` brings them up to date on the screen at once and for a screen reader now and then. */
export function createCounters() {
  const cells = new Map(LABELS.map(([name]) => [name, h("dd", {}, "0")]));
  const spoken = h("p.visually-hidden", { "aria-live": "polite" });
  let latest = null;
  let timer = 0;

  const speak = () => {
    timer = 0;
    spoken.textContent = `${latest.received} received, ${latest.forwarded} forwarded, ${latest.refused} refused`;
  };

  return {
    element: h(
      "div.counters",
      {},
      h(
        "dl",
        {},
        LABELS.map(([name, label]) => h(`div.counter-${name}`, {}, h("dt", {}, label), cells.get(name))),
      ),
      spoken,
    ),
    show(counters) {
      latest = counters;
      for (const [name, cell] of cells) cell.textContent = String(counters[name]);
      cells.get("refused").parentElement.classList.toggle("is-bad", counters.refused > 0);
      if (!timer) timer = setTimeout(speak, SPOKEN_EVERY);
    },
  };
}
