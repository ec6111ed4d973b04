import { addStyle, match, matches, show } from "./parts/match.js";

/** Elements that are larger than the viewport, one of which grows. */

addStyle(".tall { background: linear-gradient(#eef, #fee) }");
show(`<nav><button data-go>grow</button></nav><main data-track-location="tall:list">
  ${matches(3)}
  ${match(10, "height: 300px").replace('class="match', 'class="match tall grows')}
  ${[20, 30, 40].map((id) => match(id, `height: ${id * 50}px`).replace('class="match', 'class="match tall')).join("")}
  ${matches(4, 50)}</main>`);

document.querySelector("[data-go]")?.addEventListener("click", () => {
  const growing = document.querySelector(".grows") as HTMLElement;
  growing.style.height = growing.style.height === "300px" ? "2000px" : "300px";
});
