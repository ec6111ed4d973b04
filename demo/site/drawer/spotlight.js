import { idsOf } from "./ids.js";

/** How a thing is found in the page. A selection is what can be added, or what lies in the slip. */
const SELECTORS = {
  event: (id) => `[data-track-event="${id}"]`,
  outcome: (id) => `[data-track-outcome="${id}"]`,
  selection: (id) =>
    `[data-track-outcome="${id}"], [data-track-add-bet="${id}"], [data-track-selection^="${id}@"]`,
  league: (id) => `[data-track-league="${id}"]`,
  sport: (id) => `[data-track-sport="${id}"]`,
  game: (id) => `[data-track-game="${id}"]`,
  widget: (id) => `[data-track-widget="${id}"]`,
  item: (id) => `[data-track-item="${id}"], [data-track-social="${id}"]`,
};

let lit = [];

/** Outlines what an event speaks of, where it stands in the page now. Returns those elements. */
export function light({ data }) {
  unlight();
  const ids = idsOf(data);
  // An outcome is on the page once for each place of its event: the event itself would outline too much.
  const precise = ids.some(({ kind }) => kind === "outcome" || kind === "selection");
  lit = ids
    .filter(({ kind }) => !(precise && kind === "event"))
    .flatMap(({ kind, id }) => [...document.querySelectorAll(SELECTORS[kind](CSS.escape(id)))])
    .filter((element) => inPlace(element, data.location));
  for (const element of lit) element.classList.add("lit");
  return lit;
}

export function unlight() {
  for (const element of lit) element.classList.remove("lit");
  lit = [];
}

/** Whether the element stands where the event says it happened; what has no such place is taken anywhere. */
function inPlace(element, location) {
  if (!location || !/^[\w-]+:[\w-]+$/.test(location)) return true;
  const place = element.closest("[data-track-location], [data-track-widget]");
  const name =
    place?.getAttribute("data-track-location") ?? place?.getAttribute("data-track-widget") ?? "page:default";
  return location === (name.includes(":") ? name : `${name}:default`);
}
