import { flag } from "../art/flag.js";
import { icon } from "../art/icons.js";
import { LEAGUES } from "../data/leagues.js";
import { SPORTS } from "../data/sports.js";
import { h } from "../lib/h.js";

/** All sports and leagues; on narrower screens only the sports, as a rail of icons. */
export function fillSidebar(sidebar) {
  sidebar.append(
    h("h2", {}, "Sports"),
    h("div", { "data-track-location": "sidebar:sports" }, SPORTS.map(sportItem)),
    h("h2", {}, "Leagues"),
    h("div.sidebar-leagues", { "data-track-location": "sidebar:leagues" }, LEAGUES.map(leagueItem)),
  );
}

const sportItem = (sport) =>
  h(
    "a.nav-item",
    { href: `/sport/${sport.slug}`, "data-track-sport": sport.id },
    icon(sport.slug, 22),
    h("span.nav-name", {}, sport.name),
    h("span.nav-short", {}, sport.short),
  );

const leagueItem = (league) =>
  h(
    "a.nav-item",
    { href: `/league/${league.id}`, "data-track-league": league.id },
    flag(league.flag),
    h("span.nav-name", {}, league.name),
  );
