import { addStyle, matches, show } from "./parts/match.js";

/** A list that grows when its end comes near. */

const PART = 8;

addStyle("");
show('<main data-track-location="infinite:list"></main><footer style="height: 40px">…</footer>');
const list = document.querySelector("main") as HTMLElement;

new IntersectionObserver(([entry]) => {
  const next = list.childElementCount + 1;
  if (entry?.isIntersecting) list.insertAdjacentHTML("beforeend", matches(PART, next));
}).observe(document.querySelector("footer") as HTMLElement);

// The end may still be in view when a part has come.
new MutationObserver(() => {
  if (document.documentElement.scrollHeight <= innerHeight)
    list.insertAdjacentHTML("beforeend", matches(PART, list.childElementCount + 1));
}).observe(list, { childList: true });
