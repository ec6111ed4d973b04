import { gameArt } from "../art/game-art.js";
import { icon } from "../art/icons.js";
import { h } from "../lib/h.js";

/** What stands where the game would begin. Not modal: the drawer beside it tells what the press has sent. */
export function openGame(game) {
  for (const open of document.querySelectorAll(".game-dialog")) open.remove();
  const dialog = h("dialog.game-dialog", {
    "aria-label": game.name,
    onclose: () => dialog.remove(),
    onkeydown: ({ key }) => key === "Escape" && dialog.close(),
  });
  dialog.append(
    gameArt(game),
    h(
      "div.game-facts",
      {},
      h("h2", {}, game.name),
      h("p", {}, `${game.provider} · returns ${game.rtp} %`),
      h("p.muted", {}, "On a real site the game would open here."),
      h(
        "button.button.primary",
        { type: "button", autofocus: true, onclick: () => dialog.close() },
        "Back to the lobby",
      ),
    ),
    h(
      "button.icon-button.dialog-close",
      { type: "button", "aria-label": "Close", onclick: () => dialog.close() },
      icon("close"),
    ),
  );
  document.body.append(dialog);
  dialog.show();
}
