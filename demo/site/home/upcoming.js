import { upcomingMatches } from "../data/matches.js";
import { h } from "../lib/h.js";
import { matchRow } from "../matches/match-row.js";
import { section } from "./section.js";

const COUNT = 60;

export const upcoming = () =>
  section(
    "Next up",
    { "data-track-location": "upcoming:default" },
    h("span.beside.muted", {}, `${COUNT} matches`),
    h(
      "ol.match-list",
      {},
      upcomingMatches.slice(0, COUNT).map((match) => matchRow(match, { label: true })),
    ),
  );
