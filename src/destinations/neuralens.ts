import type { Json } from "../types.js";
import { answerObject, textOf } from "./answer.js";
import type { Destination, OutboundEvent, OutboundRequest } from "./destination.js";
import { eventsIn } from "./events-in.js";
import { ID_FIELDS, idOf, idsOf } from "./ids.js";
import { post } from "./post.js";
import { byStatus, forAll, verdict } from "./verdict.js";
import { whoseOf } from "./who.js";

/** "Values for Page". */
export const PAGES = ["SEARCH_RESULT_PAGE", "AUTOCOMPLETE", "CATEGORY_PAGE", "PRODUCT_PAGE"] as const;

export interface NeuralensConfig {
  /** The full URL of the endpoint for events. */
  url: string;
  /** API key. */
  token: string;
  /** Application id. */
  appId: string;
  /** Which of its pages a page of ours is, by `data.page`. */
  pages?: Record<string, (typeof PAGES)[number]>;
}

interface Row {
  event: "VIEW_PRODUCT" | "CLICK_PRODUCT" | "ADD_TO_CART" | "PURCHASE" | "SHARE";
  /** Whether all ids go in one request, which only a purchase may have; else each in its own. */
  together?: true;
  ids(data: Json): string[];
  /** Where it happens unless the page is in the configured map. */
  page?: "PRODUCT_PAGE";
  /** Whether `data.position` is the index of the item. What is seen has none: the order of seeing is no position. */
  index?: true;
}

/** The first of these fields that holds an id, or a list of them. */
const from =
  (...fields: string[]) =>
  (data: Json): string[] =>
    fields.map((field) => idsOf(data[field])).find(({ length }) => length) ?? [];

const view = (field: string): Row => ({ event: "VIEW_PRODUCT", ids: from(field) });
const click = (field: string): Row => ({
  event: "CLICK_PRODUCT",
  ids: from(field),
  index: true,
});
const page = "PRODUCT_PAGE";
const add: Row = {
  event: "ADD_TO_CART",
  ids: from("selection_id", "outcome_id", "selections"),
  page,
  index: true,
};
const purchase: Row = {
  event: "PURCHASE",
  together: true,
  ids: from("selections", "selection_id", "outcome_id"),
  page,
};
const share: Row = { event: "SHARE", ids: from("event_id", "game_id") };

/** The types that are about a product. It has no place for any other, nor for one of these without an id. */
const ROWS: Record<string, Row> = {
  "impressions:events": view("events"),
  "impressions:leagues": view("leagues"),
  "impressions:sports": view("sports"),
  "impressions:games": view("game_ids"),
  "clicks:event": click("event_id"),
  "clicks:outcome": { ...click("outcome_id"), page },
  "clicks:sport": click("sport_id"),
  "clicks:league": click("league_id"),
  "clicks:game": click("game_id"),
  "clicks:combination": click("selections"),
  "engagement:add_bet": add,
  "statistics:add_bet": add,
  "recommendations:add_bet": add,
  "engagement:place_ticket": purchase,
  "statistics:place_ticket": purchase,
  "recommendations:place_bet": purchase,
  "clicks:social": share,
  "social:click": share,
};

/** Neuralens "Event Tracking API": one product a request, and 200 also for what it refuses. It knows no copies. */
export const neuralens: Destination<NeuralensConfig> = {
  name: "neuralens",
  settings: {
    url: {
      kind: "url",
      default: "https://api.neuralens.ai/analytics/event",
      help: "the full URL of its endpoint",
    },
    token: { kind: "header", needed: true, secret: true, help: "API key" },
    appId: { kind: "header", needed: true, help: "application id" },
    pages: {
      kind: { mapTo: PAGES },
      default: {},
      help: `which page of ours is which of its pages (${PAGES.join(", ")})`,
    },
  },
  pace: { concurrency: 16, batch: 1 },
  profiles: false,
  reads: () => [...ID_FIELDS, "position", "page"],
  exact: true,
  requests(records, config) {
    const { events, skipped } = eventsIn(records, ({ event_type, data }) => ROWS[event_type]?.ids(data)[0]);
    return { requests: events.flatMap((event) => requestsOf(event, config)), skipped };
  },
  rulings(request, status, body) {
    if (verdict(status) !== "delivered") return byStatus(request, status);
    const { status: said, message } = answerObject(body) ?? {};
    if (said === "success") return forAll(request, { verdict: "delivered" });
    // An answer that says neither: what came of it is not known.
    if (said !== "failure") return forAll(request, { verdict: "retry" });
    return forAll(request, { verdict: "refused", reason: `failure: ${textOf(message)}` });
  },
};

const requestsOf = (event: OutboundEvent, config: NeuralensConfig): OutboundRequest[] => {
  const row = ROWS[event.event_type] as Row;
  const ids = row.ids(event.data);
  return (row.together ? [ids] : ids.map((id) => [id])).map((each) => request(event, row, each, config));
};

const request = (
  record: OutboundEvent,
  row: Row,
  ids: string[],
  config: NeuralensConfig,
): OutboundRequest => {
  const { id, timestamp, data } = record;
  const headers = {
    "x-neuralens-api-key": `Bearer ${config.token}`,
    "x-neuralens-application-id": config.appId,
  };
  const body = {
    uid: whoseOf(record) ?? null,
    items: ids.map((item) => ({ id: item })),
    page: pageOf(data, config) ?? row.page ?? "CATEGORY_PAGE",
    event: row.event,
    index: row.index && indexOf(data.position),
    timestamp: Math.floor(Date.parse(timestamp) / 1000),
  };
  return post(config.url, headers, body, [id]);
};

const pageOf = (data: Json, { pages = {} }: NeuralensConfig): string | undefined =>
  typeof data.page === "string" && Object.hasOwn(pages, data.page) ? pages[data.page] : undefined;

/** A position from 0; the API's own example of `clicks:game` has it as a text. */
const indexOf = (position: unknown): number | undefined => {
  const text = idOf(position) ?? "";
  return /^\d{1,9}$/.test(text) ? Number(text) : undefined;
};
