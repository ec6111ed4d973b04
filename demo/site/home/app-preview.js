import { liveMatches } from "../data/matches.js";
import { h } from "../lib/h.js";
import { matchCard } from "../matches/match-card.js";

/** What the iOS app shows, inside the page: what is seen and pressed in it belongs to that channel and to its page. */
export const appPreview = () =>
  h(
    "section.app-preview",
    {
      "data-track-location": "app-preview:default",
      "data-track-channel": "ios",
      "data-track-page": "/app/home",
      "aria-label": "The Northbet app",
    },
    h(
      "div.app-text",
      {},
      h("h2", {}, "The whole ground in your pocket"),
      h("p", {}, "This is the app's first card, live. What you press here is reported as from the app."),
    ),
    h("div.phone", {}, h("div.phone-notch"), matchCard(liveMatches[20])),
  );
