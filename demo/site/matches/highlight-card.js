import { arena } from "../art/arena.js";
import { h } from "../lib/h.js";
import { oddsRow } from "../odds/odds-button.js";
import { matchStatus } from "./match-status.js";
import { teamCrest } from "./team.js";

/** A match as the big card of the highlights. The carousel says the position itself: it may be shuffled. */
export const highlightCard = (match, position) =>
  h(
    `article.highlight.tint-${position % 4}`,
    {
      "data-track-event": match.id,
      "data-track-position": position,
      "aria-label": `${match.home} v ${match.away}`,
    },
    arena(match.sport.slug),
    h(
      "header",
      {},
      h("a.match-league.stretched", { href: `/league/${match.league.id}` }, match.league.name),
      matchStatus(match),
    ),
    h(
      "div.versus",
      {},
      side(match, "home"),
      h("b.versus-score", {}, match.score ? match.score.join(" : ") : "v"),
      side(match, "away"),
    ),
    oddsRow(match.markets[0]),
  );

const side = (match, which) => h("div.side", {}, teamCrest(match, which, 46), h("span", {}, match[which]));
