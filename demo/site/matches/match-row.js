import { h } from "../lib/h.js";
import { oddsRow } from "../odds/odds-button.js";
import { matchStatus } from "./match-status.js";
import { team } from "./team.js";

/** A match as a row of a long list. `label` says the league where the list mixes leagues. */
export const matchRow = (match, { label = false } = {}) =>
  h(
    "li.match-row",
    { "data-track-event": match.id },
    h(
      "div.match-row-meta",
      {},
      matchStatus(match),
      label && h("a.match-league.stretched", { href: `/league/${match.league.id}` }, match.league.name),
    ),
    h("div.match-row-teams", {}, team(match, "home", 18), team(match, "away", 18)),
    oddsRow(match.markets[0]),
  );
