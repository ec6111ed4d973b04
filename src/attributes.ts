import { report } from "./lib/report.js";

/**
 * The `data-track-*` vocabulary. Scanner, click resolver, docs, editor completion and linter are all derived from
 * these tables: a new attribute is a new row. Names stand without their prefix.
 */
export const PREFIX = "data-track-";

/** Seeing one makes an impression of this type; of the type that it names itself where the row has none. */
export const IMPRESSIONS: Record<string, string> = {
  event: "impressions:events",
  league: "impressions:leagues",
  sport: "impressions:sports",
  game: "impressions:games",
  widget: "impressions:widget",
  view: "",
};

/** Clicking one makes an event of this type; of the type that it names itself where the row has none. */
export const CLICKS: Record<string, string> = {
  event: "clicks:event",
  league: "clicks:league",
  sport: "clicks:sport",
  game: "clicks:game",
  outcome: "clicks:outcome",
  item: "clicks:menu-item",
  social: "clicks:social",
  combination: "clicks:combination",
  "add-bet": "engagement:add_bet",
  "place-ticket": "engagement:place_ticket",
  click: "",
};

/** What an element takes from the nearest that has it. A widget gives a location. */
export const CONTEXT = ["location", "page", "channel", "brand", "viewability"] as const;

/** The attributes that are read in the course of an event, beside those of the tables. */
export const OTHERS = ["menu", "position", "selection", "selections", "data", "ignore"];

/** A selector for elements that have one of the attributes, which are a list or comma-separated. */
export const selectorFor = (names: string | string[]): string =>
  `${names}`.replace(/[^,]+/g, `[${PREFIX}$&]`);

/** A selector for all that can be seen. */
export const SEEN = selectorFor(Object.keys(IMPRESSIONS));

/** Says that an attribute has a value that means nothing. */
export const reportAttribute = (name: string, value: string): void =>
  report(`bad ${PREFIX}${name}: "${value}"`);

/** The attribute's value without surrounding space. A click's path has nodes that have no attributes. */
export const attribute = (element: Element | undefined, name: string): string | undefined =>
  element?.getAttribute?.(PREFIX + name)?.trim();
