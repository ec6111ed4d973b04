import type { Core } from "./core.js";

/** Logs what becomes of each event, and loads the inspector from beside the script. */
export const startDebug = ({ listeners }: Core, url: string): void => {
  const script = document.createElement("script");
  listeners.push((news) => console.log("tracktag:", news));
  script.src = `${new URL("tracktag.inspector.js", url)}`;
  document.head.append(script);
};
