import { gameArt } from "../art/game-art.js";
import { icon } from "../art/icons.js";
import { h } from "../lib/h.js";
import { openGame } from "./game-dialog.js";

/** A game of a lane. The heart stands beside what is tracked: it is the visitor's own bookkeeping, not a click on the game. */
export const gameTile = (game) =>
  h(
    "li.game-tile",
    {},
    h(
      "button.game-open",
      { type: "button", "data-track-game": game.id, onclick: () => openGame(game) },
      gameArt(game),
      h("span.game-name", {}, game.name),
      h("span.game-provider", {}, game.provider),
    ),
    game.kind === "jackpot" && h("span.tag.gold", {}, "Jackpot"),
    game.kind === "live" && h("span.tag.live", {}, "Live"),
    heart(game),
  );

const heart = (game) =>
  h(
    "button.heart",
    {
      type: "button",
      "aria-pressed": "false",
      "aria-label": `Keep ${game.name} as a favourite`,
      onclick: ({ currentTarget: button }) =>
        button.setAttribute("aria-pressed", String(button.getAttribute("aria-pressed") === "false")),
    },
    icon("heart", 18),
  );
