import { upcomingMatches } from "../data/matches.js";
import { h } from "../lib/h.js";
import { matchCard } from "../matches/match-card.js";
import { section } from "./section.js";

const matches = [0, 3, 7, 11, 14, 18].map((i) => upcomingMatches[i]);

/**
 * What the recommender picked. The section as a whole is an impression of its own (`data-track-view`), and what it
 * reports carries the model that made the choice (`data-track-data`).
 */
export const recommended = () =>
  section(
    "Picked for you",
    {
      "data-track-location": "widget:recommended",
      "data-track-view": "recommendations:impression:events",
      "data-track-data": JSON.stringify({ model: "northstar-4" }),
    },
    h("a.more-link", { href: "/live", "data-track-click": "recommendations:click:view-more" }, "View more"),
    h("div.card-grid", {}, matches.map(matchCard)),
  );
