import type { Command } from "./commands.js";
import { createTracker, type Tracker } from "./tracker.js";

/** The `<script>` entry: the only file that does something when it is loaded. */

declare global {
  interface Window {
    tracktag?: Command[] | Tracker;
  }
}

// Null in a module, and where a tag manager runs the script as its own.
const script = (document.currentScript ??
  document.querySelector("script[data-endpoint]")) as HTMLScriptElement | null;
const { tracktag: queued = [] } = window;

// Loaded twice, by two vendors or in two versions: the second stands down.
if (Array.isArray(queued))
  window.tracktag = createTracker({ ...script?.dataset }, queued, script?.src.replace(/[^/]*$/, ""));
