import { addStyle, matches, show } from "./parts/match.js";

/** Banners of 970 × 250 px, from which size on 30 % are enough; between matches, and in a lane of their own. */

const banner = (id: number) => `<div class="banner" data-track-game="${id}">banner ${id}</div>`;

addStyle(`.banner { width: 970px; height: 250px; background: #fda; flex: none }
  .lane { display: flex; gap: 20px; overflow: auto; }`);
show(`<main data-track-location="banner:list">${[1, 2, 3, 4].map((id) => banner(id) + matches(3, id * 10)).join("")}</main>
  <section class="lane" data-track-location="banner:lane">${[1, 2, 3].map(banner).join("")}</section>`);
