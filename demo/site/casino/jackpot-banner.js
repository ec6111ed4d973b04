import { gameArt } from "../art/game-art.js";
import { gamesById } from "../data/games.js";
import { still } from "../lib/clock.js";
import { formatMoney } from "../lib/format.js";
import { h } from "../lib/h.js";
import { openGame } from "./game-dialog.js";

const [game] = gamesById("MegaNorth");

/** How often the sum grows, in ms, and by how much at most, in euros. */
const INTERVAL = 700;
const STEP = 4;
let sum = 4_812_390.44;

/** The big jackpot, growing. It counts as seen at the first pixel: its owner asked for reach, not for attention. */
export function jackpotBanner() {
  const amount = h("span.jackpot-sum", {}, formatMoney(sum));
  if (!still) {
    const timer = setInterval(() => {
      if (!amount.isConnected) return clearInterval(timer);
      sum += Math.random() * STEP;
      amount.textContent = formatMoney(sum);
    }, INTERVAL);
  }
  return h(
    "section.jackpot",
    { "data-track-widget": "jackpot:mega", "data-track-viewability": "any", "aria-label": "Mega jackpot" },
    h(
      "div.jackpot-text",
      {},
      h("span.eyebrow", {}, "Mega jackpot"),
      amount,
      h(
        "button.button.primary",
        { type: "button", "data-track-game": game.id, onclick: () => openGame(game) },
        `Play ${game.name}`,
      ),
    ),
    gameArt(game),
  );
}
