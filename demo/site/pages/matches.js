import { flag } from "../art/flag.js";
import { icon } from "../art/icons.js";
import { LEAGUES, leagueById } from "../data/leagues.js";
import { MATCHES, matchesOfLeague } from "../data/matches.js";
import { sportBySlug } from "../data/sports.js";
import { sportChips } from "../home/sport-chips.js";
import { h } from "../lib/h.js";
import { matchRow } from "../matches/match-row.js";
import { notFoundPage } from "./not-found.js";

/** All 300 matches, league by league. */
export const livePage = () => matchesPage("Live and today", icon("bolt", 30), "live:list", LEAGUES);

/** The matches of one league: `/league/1000093652`. */
export function leaguePage(id) {
  const league = leagueById(id);
  return league ? matchesPage(league.name, icon(league.sport, 30), "league:list", [league]) : notFoundPage();
}

/** The matches of one sport: `/sport/tennis`. */
export function sportPage(slug) {
  const sport = sportBySlug(slug);
  const leagues = LEAGUES.filter((league) => league.sport === slug);
  return sport ? matchesPage(sport.name, icon(slug, 30), "sport:list", leagues) : notFoundPage();
}

function matchesPage(title, emblem, location, leagues) {
  const count = MATCHES.filter((match) => leagues.includes(match.league)).length;
  return {
    title,
    content: [
      h("header.banner", {}, emblem, h("div", {}, h("h1", {}, title), h("p", {}, `${count} matches`))),
      sportChips(),
      h("div.league-groups", { "data-track-location": location }, leagues.map(group)),
    ],
  };
}

const group = (league) =>
  h(
    "section.league-group",
    { "aria-label": league.name },
    h(
      "a.league-heading",
      { href: `/league/${league.id}`, "data-track-league": league.id },
      flag(league.flag),
      h("b", {}, league.name),
      h("span", {}, league.country),
      icon("right", 16),
    ),
    h(
      "ol.match-list",
      {},
      matchesOfLeague(league.id).map((match) => matchRow(match)),
    ),
  );
