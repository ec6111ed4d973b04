import { flag } from "../art/flag.js";
import { icon } from "../art/icons.js";
import { matchesOfLeague } from "../data/matches.js";
import { h } from "../lib/h.js";

/** A league with its country and the number of its matches. */
export const leagueTile = (league) =>
  h(
    "a.league-tile",
    { href: `/league/${league.id}`, "data-track-league": league.id },
    icon(league.sport, 22),
    h("span", {}, h("b", {}, league.name), h("small", {}, flag(league.flag), league.country)),
    h("i.count", {}, String(matchesOfLeague(league.id).length)),
  );
