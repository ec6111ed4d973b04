import { now, still } from "../lib/clock.js";
import { formatKickoff, formatMinute } from "../lib/format.js";
import { h } from "../lib/h.js";

/** How often minutes are looked at, in ms. */
const INTERVAL = 15_000;

/** "63'" beside a red dot for a match in play, else its kick-off. */
export const matchStatus = (match) =>
  match.live
    ? h(
        "span.status.live",
        {},
        h("i"),
        h(
          "span",
          { "data-minute-of": match.kickoff, "data-full": match.sport.minutes },
          minute(match.kickoff, match.sport.minutes),
        ),
      )
    : h("span.status", {}, formatKickoff(match.kickoff, now()));

const minute = (kickoff, full) => formatMinute(Number(kickoff), now(), Number(full));

/** Keeps the minutes of the matches on the page going. */
export function startMinutes() {
  if (still) return;
  setInterval(() => {
    for (const cell of document.querySelectorAll("[data-minute-of]"))
      cell.textContent = minute(cell.getAttribute("data-minute-of"), cell.getAttribute("data-full"));
  }, INTERVAL);
}
