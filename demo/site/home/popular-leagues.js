import { LEAGUES } from "../data/leagues.js";
import { h } from "../lib/h.js";
import { leagueTile } from "./league-tile.js";
import { section } from "./section.js";

export const popularLeagues = () =>
  section(
    "Popular leagues",
    { "data-track-location": "leagues:popular" },
    h("div.league-grid", {}, LEAGUES.slice(0, 8).map(leagueTile)),
  );
