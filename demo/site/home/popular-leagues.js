import { flag } from "../art/flag.js";
import { icon } from "../art/icons.js";
import { LEAGUES } from "../data/leagues.js";
import { matchesOfLeague } from "../data/matches.js";
import { h } from "../lib/h.js";
import { section } from "./section.js";

export const popularLeagues = () =>
  section(
    "Popular leagues",
    { "data-track-location": "leagues:popular" },
    h("div.league-grid", {}, LEAGUES.slice(0, 8).map(leagueTile)),
  );

const leagueTile = (league) =>
  h(
    "a.league-tile",
    { href: `/league/${league.id}`, "data-track-league": league.id },
    icon(league.sport, 22),
    h("span", {}, h("b", {}, league.name), h("small", {}, flag(league.flag), league.country)),
    h("i.count", {}, String(matchesOfLeague(league.id).length)),
  );
