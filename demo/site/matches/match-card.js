import { flag } from "../art/flag.js";
import { h } from "../lib/h.js";
import { oddsRow } from "../odds/odds-button.js";
import { matchStatus } from "./match-status.js";
import { moreMarkets } from "./more-markets.js";
import { shareButton } from "./share-button.js";
import { team } from "./team.js";

/** A match as a card: league, teams, the result market, and more markets behind a button. */
export function matchCard(match) {
  const [result, ...others] = match.markets;
  const more = moreMarkets(match, others);
  return h(
    "article.match-card",
    { "data-track-event": match.id, "aria-label": `${match.home} v ${match.away}` },
    h(
      "header",
      {},
      flag(match.league.flag),
      h("a.match-league", { href: `/league/${match.league.id}` }, match.league.name),
      matchStatus(match),
      shareButton(match),
    ),
    h("div.match-teams", {}, team(match, "home"), team(match, "away")),
    oddsRow(result),
    more.button,
    more.panel,
  );
}
