import { listen } from "../lib/listen.js";

/**
 * Watches for what begins a page view: a return from the back/forward cache and, if asked to, client-side navigation.
 * Routers change the URL several times in one navigation: URLs are compared.
 *
 * @param url the URL as it is reported
 * @returns what ends it
 */
export function startPageviews(url: () => string, begin: () => void, followNavigation: boolean): () => void {
  const { navigation } = window as { navigation?: EventTarget };
  const stops = [listen(window, "pageshow", (event: PageTransitionEvent) => event.persisted && begin())];
  let last = url();

  function compare(): void {
    if (last === url() || !followNavigation) return;
    last = url();
    begin();
  }

  if (followNavigation && navigation) stops.push(listen(navigation, "currententrychange", compare));
  // Safari, and Firefox before 147, have no Navigation API.
  else if (followNavigation) {
    stops.push(listen(window, "popstate hashchange", compare));
    for (const name of ["pushState", "replaceState"] as const) {
      const original = history[name];
      const wrapped: typeof original = (...args) => {
        original.apply(history, args);
        compare();
      };
      history[name] = wrapped;
      // What others have wrapped since is left alone, and does nothing from then on.
      stops.push(() => history[name] === wrapped && (history[name] = original));
    }
  }
  return () => {
    followNavigation = false;
    for (const stop of stops) stop();
  };
}
