import { addStyle, matches, show } from "./parts/match.js";

/** Everything that opens and closes: tabs, details, an accordion that slides, sections that are skipped far away. */

addStyle(`.slide { height: 0; overflow: hidden; transition: height 0.25s } .slide.open { height: 200px }
  .far { content-visibility: auto; contain-intrinsic-size: auto 400px }`);
show(`<nav><button data-go data-tab="0">one</button><button data-go data-tab="1">two</button>
    <button data-go class="toggle">slide</button></nav>
  <div class="tab" data-track-location="tabs:one">${matches(2, 1)}</div>
  <div class="tab" data-track-location="tabs:two" hidden>${matches(2, 11)}</div>
  <details><summary data-go>more</summary><div data-track-location="tabs:details">${matches(2, 21)}</div></details>
  <div class="slide" data-track-location="tabs:slide">${matches(2, 31)}</div>
  ${[40, 50, 60, 70].map((id) => `<section class="far" data-track-location="tabs:far">${matches(4, id)}</section>`).join("")}`);

document.addEventListener("click", ({ target }) => {
  const { tab } = (target as HTMLElement).dataset;
  if (tab)
    document.querySelectorAll<HTMLElement>(".tab").forEach((panel, index) => {
      panel.hidden = index !== +tab;
    });
  if ((target as HTMLElement).matches(".toggle")) document.querySelector(".slide")?.classList.toggle("open");
});
