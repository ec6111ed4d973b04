import { icon } from "../art/icons.js";
import { SPORTS } from "../data/sports.js";
import { h } from "../lib/h.js";

/** The sports as a row of chips, for screens without a sidebar. */
export const sportChips = () =>
  h(
    "nav.sport-chips",
    { "data-track-location": "sports-nav:top", "aria-label": "Sports" },
    SPORTS.map((sport) =>
      h(
        "a.sport-chip",
        { href: `/sport/${sport.slug}`, "data-track-sport": sport.id },
        icon(sport.slug),
        sport.short,
      ),
    ),
  );
