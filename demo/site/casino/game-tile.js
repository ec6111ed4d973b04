import { gameArt } from "../art/game-art.js";
import { icon } from "../art/icons.js";
import { h } from "../lib/h.js";
import { openGame } from "./game-dialog.js";

/** A game of a lane. The heart is the visitor's own bookkeeping and not a click on the game. */
export const gameTile = (game) =>
  h(
    "li.game-tile",
    { "data-track-game": game.id },
    h(
      "button.game-open",
      { type: "button", onclick: () => openGame(game) },
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
      "data-track-ignore": true,
      "aria-pressed": "false",
      "aria-label": `Keep ${game.name} as a favourite`,
      onclick: ({ currentTarget: button }) =>
        button.setAttribute("aria-pressed", String(button.getAttribute("aria-pressed") === "false")),
    },
    icon("heart", 18),
  );
