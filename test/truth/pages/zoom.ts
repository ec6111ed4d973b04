import { addStyle, matches, show } from "./parts/match.js";

/** Where zoom makes pixels fractional. */

addStyle(`.banner { width: 970px; height: 250px; background: #fda }
  .clip { height: 300px; overflow: auto; border: 3px solid }`);
show(`<main data-track-location="zoom:list">${matches(5)}<div class="banner" data-track-game="1">banner</div></main>
  <div class="clip" data-track-location="zoom:clip">${matches(10, 20)}</div>
  <section data-track-location="zoom:below">${matches(20, 40)}</section>`);
