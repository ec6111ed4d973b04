import { h } from "../lib/h.js";

/** ms that a message stays. */
const STAY = 4000;

/** Says something in the corner; a status region, so that it is read out too. */
export function toast(text) {
  const message = h("p.toast", {}, text);
  document.getElementById("toasts").append(message);
  setTimeout(() => message.remove(), STAY);
}
