/** A match of a sportsbook, as HTML: the pages that need no library for it are made of these. */
export const match = (id: number, style = ""): string =>
  `<article class="match" style="${style}" data-track-event="${id}">Match ${id}
    <button data-track-outcome="${id}1">1.85</button> <button data-track-outcome="${id}2">3.40</button></article>`;

export const matches = (count: number, first = 1, style = ""): string =>
  Array.from({ length: count }, (_, index) => match(first + index, style)).join("");

/** Adds rules to the page. What leads on is always at hand, in a `<nav>`. */
export function addStyle(css: string): void {
  const style = document.createElement("style");
  style.textContent = `nav { position: sticky; top: 0; z-index: 2; background: #fff } .match { height: 90px; margin: 4px; background: #eee } [data-go] { height: 30px } ${css}`;
  document.head.append(style);
}

/** Puts HTML at the end of the page. */
export const show = (html: string): void => document.body.insertAdjacentHTML("beforeend", html);
