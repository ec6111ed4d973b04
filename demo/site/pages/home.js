import { appPreview } from "../home/app-preview.js";
import { betBuilder } from "../home/bet-builder.js";
import { boost } from "../home/boost.js";
import { highlights } from "../home/highlights.js";
import { popularLeagues } from "../home/popular-leagues.js";
import { recommended } from "../home/recommended.js";
import { sportChips } from "../home/sport-chips.js";
import { upcoming } from "../home/upcoming.js";
import { h } from "../lib/h.js";

/** The sportsbook. */
export const homePage = () => ({
  title: "Sportsbook",
  content: [
    h("h1.visually-hidden", {}, "Sportsbook"),
    sportChips(),
    highlights(),
    recommended(),
    boost(),
    betBuilder(),
    popularLeagues(),
    appPreview(),
    upcoming(),
  ],
});
