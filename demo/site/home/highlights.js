import { liveMatches } from "../data/matches.js";
import { h } from "../lib/h.js";
import { highlightCard } from "../matches/highlight-card.js";

/** One match in play of every second league: the row that is swiped sideways. */
const featured = liveMatches.filter((_, i) => i % 10 === 0);

export const highlights = () =>
  h(
    "section.highlights",
    { "data-track-location": "highlights:live", "aria-label": "Highlights" },
    h(
      "div.carousel",
      { tabindex: 0, role: "group", "aria-label": "Matches in play" },
      featured.map(highlightCard),
    ),
  );
