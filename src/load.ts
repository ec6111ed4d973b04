import type { Wire } from "./delivery/wire.js";
import type { GivenOptions } from "./options.js";
import { createTracker } from "./tracker.js";

/** What a script tag does when it is loaded: `window.tracktag` becomes a tracker with the options of the tag. */
export const load = (wire?: Wire): void => {
  const { currentScript } = document;
  const tracktag = window.tracktag;
  // An image of that name hides the script. Null in a module, and where a tag manager runs the script as its own.
  const script =
    currentScript instanceof HTMLScriptElement
      ? currentScript
      : document.querySelector<HTMLScriptElement>("script[data-endpoint]");

  // Loaded twice, by two vendors or in two versions: the second stands down. An element of that id is no tracker.
  if (!tracktag || !("stats" in tracktag))
    window.tracktag = createTracker(
      { ...script?.dataset } as GivenOptions,
      Array.isArray(tracktag) ? tracktag : [],
      script?.src,
      wire,
    );
};
