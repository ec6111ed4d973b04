import { currentUrl, reportedUrl } from "../context/url.js";
import type { Core } from "../core.js";
import { emit } from "../events.js";
import { attempt } from "../lib/attempt.js";
import { listen } from "../lib/listen.js";

/**
 * Begins a page view now and, if asked to, at each client-side navigation. Routers change the URL several times in one
 * navigation: URLs are compared.
 *
 * @param begun a page view has begun
 * @returns begins a page view
 */
export const startPageviews = (core: Core, begun: () => void): (() => void) => {
  const { navigation } = window as { navigation?: EventTarget };

  const begin = (): void => {
    const url = currentUrl(core);
    const previous = core.url ?? reportedUrl(core, document.referrer || url);
    const isOurs = previous !== url && previous.startsWith(`${location.origin}/`);
    core.url = url;
    // What was seen until now belongs to the page view before, and comes before this one.
    begun();
    if (core.options.pageviews === "auto")
      emit(core, "impressions:page", { previous_location: isOurs ? previous : null });
  };

  const compare = (): void => {
    if (core.options.pageviews === "off" || core.url === currentUrl(core)) return;
    core.pageName = "";
    begin();
  };

  begin();
  if (navigation) listen(core, navigation, "currententrychange", compare);
  // Safari before 26.2 and Firefox before 147 have no Navigation API.
  else {
    listen(core, window, "popstate hashchange", compare);
    for (const name of ["pushState", "replaceState"] as const) {
      const original = history[name];
      const wrapped: typeof original = (...args) => {
        original.apply(history, args);
        attempt(compare, "pageviews: ");
      };
      history[name] = wrapped;
      // What others have wrapped since is left alone.
      core.stops.push(() => history[name] === wrapped && (history[name] = original));
    }
  }
  return begin;
};
