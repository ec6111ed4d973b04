import { addStyle, matches, show } from "./parts/match.js";

/** What is in a frame. */

addStyle("");
show(`<main data-track-location="frame:list">${matches(20)}</main>`);
