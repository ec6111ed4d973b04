import { addStyle, matches, show } from "./parts/match.js";

/** A modal dialog above a list. What is behind it does not count. */

addStyle(`dialog { width: 60vw } .inside { height: 60vh; overflow: auto }
  .open { position: fixed; top: 4px; right: 4px }`);
show(`<button data-go class="open">open</button>
  <main data-track-location="dialog:behind">${matches(30)}</main>
  <dialog data-track-location="dialog:inside"><button data-go class="close">close</button>
    <div class="inside">${matches(10, 100)}</div></dialog>`);

const dialog = document.querySelector("dialog") as HTMLDialogElement;
document.querySelector(".open")?.addEventListener("click", () => dialog.showModal());
document.querySelector(".close")?.addEventListener("click", () => dialog.close());
