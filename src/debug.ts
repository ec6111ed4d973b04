import type { Core } from "./core.js";
import { loadPart } from "./lib/part.js";

/** Logs what becomes of each event, and loads the inspector. */
export const startDebug = ({ listeners }: Core, url: string): void => {
  listeners.push((news) => console.log("tracktag:", news));
  loadPart("inspector", url, () => {});
};
