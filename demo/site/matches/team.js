import { crest } from "../art/crest.js";
import { h } from "../lib/h.js";

const ROUND = new Set(["tennis", "esports", "basketball"]);

/** The crest of a side, `size` px. */
export const teamCrest = (match, side, size) => crest(match[side], size, ROUND.has(match.sport.slug));

/** A side of a match: crest, name, and the score if there is one. */
export const team = (match, side, size = 22) =>
  h(
    "span.team",
    {},
    teamCrest(match, side, size),
    h("span.team-name", {}, match[side]),
    match.score && h("b.score", {}, String(match.score[side === "home" ? 0 : 1])),
  );
