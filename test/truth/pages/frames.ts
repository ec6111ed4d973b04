import { addStyle, matches, show } from "./parts/match.js";

/** Frames of this origin and of another one, each with the script in it. */

const other = location.origin.replace("127.0.0.1", "localhost");
const frame = (src: string) =>
  `<iframe src="${src}" style="width: 90%; height: 400px; border: 5px solid"></iframe>`;

addStyle("");
show(`<main data-track-location="frames:top">${matches(2)}</main>
  ${frame("/frames/same")}<section data-track-location="frames:between">${matches(2, 10)}</section>
  ${frame(`${other}/frames/other`)}<section data-track-location="frames:below">${matches(10, 20)}</section>`);
