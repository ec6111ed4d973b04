import type { Listener } from "./types.js";

/** Logs what becomes of each event, and loads the inspector from the script's folder. */
export function startDebug(listeners: Set<Listener>, folder: string): void {
  const script = document.createElement("script");
  listeners.add((news) => console.log("tracktag:", news));
  script.src = `${folder}tracktag.inspector.js`;
  document.head.append(script);
}
