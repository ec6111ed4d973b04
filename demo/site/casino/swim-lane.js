import { icon } from "../art/icons.js";
import { h } from "../lib/h.js";
import { gameTile } from "./game-tile.js";

/** A row of games that is swiped, or moved by its arrows. Each event from it says which lane it was, from the top. */
export function swimLane({ title, location, games }, lane) {
  const track = h("ol.lane-track", { tabindex: 0, "aria-label": title }, games.map(gameTile));
  const move = (direction) => track.scrollBy({ left: direction * track.clientWidth * 0.8 });
  return h(
    "section.lane",
    { "data-track-location": location, "data-track-data": JSON.stringify({ lane }), "aria-label": title },
    h(
      "div.section-head",
      {},
      h("h2", {}, title),
      h(
        "div.lane-arrows",
        {},
        arrow("left", `Back in ${title}`, () => move(-1)),
        arrow("right", `Further in ${title}`, () => move(1)),
      ),
    ),
    track,
  );
}

const arrow = (name, label, onclick) =>
  h("button.icon-button", { type: "button", "aria-label": label, onclick }, icon(name, 18));
