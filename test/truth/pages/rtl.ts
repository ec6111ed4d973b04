import { addStyle, match, matches, show } from "./parts/match.js";

/** From right to left, with lanes that scroll sideways. */

const lane = (first: number) =>
  `<section class="lane" data-track-location="rtl:lane-${first}">
    ${Array.from({ length: 15 }, (_, index) => match(first + index, "flex: none; width: 240px")).join("")}</section>`;

document.documentElement.dir = "rtl";
addStyle(".lane { display: flex; overflow-x: auto; height: 130px }");
show(
  `${[100, 200, 300].map(lane).join("")}<main data-track-location="rtl:list">${matches(15)}</main>${lane(400)}`,
);
