import { addStyle, matches, show } from "./parts/match.js";

/** Headers that stay while the list goes past beneath them. */

addStyle(`header { position: sticky; top: 0; height: 120px; background: #fff; z-index: 1 }
  h2 { position: sticky; top: 120px; margin: 0; height: 40px; background: #ddd }`);
show('<header data-track-widget="bar"><div class="match" data-track-event="1000">pinned</div></header>');
for (const day of [1, 2, 3, 4])
  show(`<section data-track-location="sticky:day-${day}"><h2 data-track-league="${day}">Day ${day}</h2>
    ${matches(8)}</section>`);
