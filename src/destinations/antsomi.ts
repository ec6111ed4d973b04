import { table } from "../lib/table.js";
import type { Json } from "../types.js";
import type { Destination, OutboundEvent, OutboundRequest } from "./destination.js";
import { eventsIn } from "./events-in.js";
import { hash31 } from "./hash.js";
import { ID_FIELDS, idOf, thingsIn } from "./ids.js";
import { post } from "./post.js";
import { byStatus } from "./verdict.js";
import { whoseOf } from "./who.js";

export interface AntsomiConfig {
  /** The address of the account's event API, without its query. */
  url: string;
  /** The business account. */
  portalId: number;
  /** The data source. */
  propId: number;
}

/** Type → event category (the thing), event action. Any other is of the category `custom`, and its own action. */
const ACTS = table(`add:casino_game casino_game add
clicks:event event click
clicks:outcome outcome click
clicks:sport sport click
clicks:league league click
clicks:combination combination click
clicks:menu-item menu-item click
clicks:social social click
clicks:game game click
impressions:events event view
impressions:leagues league view
impressions:sports sport view
impressions:games game view
statistics:add_bet bet add
statistics:place_ticket ticket place
engagement:add_bet bet add
engagement:place_ticket ticket place
users:login user login
impressions:page page view
impressions:widget widget view
debug:message message debug
recommendations:add_bet bet add
recommendations:click:betslip-outcome betslip-outcome click
recommendations:click:combination combination click
recommendations:click:event event click
recommendations:click:league league click
recommendations:click:next_outcome next_outcome click
recommendations:click:outcome outcome click
recommendations:click:view-more view-more click
recommendations:impression:betslip-events betslip-event view
recommendations:impression:events event view
recommendations:place_bet bet place
social:click social click`);

/** The fields of `data` that the event says where it happened with. */
const CONTEXT = ["page", "location", "channel", "brand"];

/** Fields that have a place of their own; what is left of `data` is extra. Selections also tell their events. */
const PLACED = new Set([...ID_FIELDS.filter((field) => field !== "selections"), ...CONTEXT]);

/** Antsomi CDP 365, "API Event Track": one event a request. `uid` is required, so nobody's event has no place there. */
export const antsomi: Destination<AntsomiConfig> = {
  name: "antsomi",
  settings: {
    url: {
      kind: "url",
      needed: true,
      help: "the address of the account's event API, without portal_id and prop_id",
    },
    portalId: { kind: "id", needed: true, help: "the business account, portal_id" },
    propId: { kind: "id", needed: true, help: "the data source, prop_id" },
  },
  pace: { concurrency: 16, batch: 1 },
  profiles: false,
  reads: () => [...ID_FIELDS, ...CONTEXT, "event_type", "tracktag_id", "timestamp"],
  device: true,
  requests(records, config) {
    const { events, skipped } = eventsIn(records, whoseOf);
    return { requests: events.map((event) => request(event, config)), skipped };
  },
  rulings: byStatus,
};

const request = (event: OutboundEvent, { url, portalId, propId }: AntsomiConfig): OutboundRequest => {
  const { id, timestamp, event_type, anonymous_id, session_id, device_type, device, data } = event;
  const uid = whoseOf(event) as string;
  const [ec, ea] = ACTS.get(event_type) ?? ["custom", event_type];
  const context = pick(data, (field) => CONTEXT.includes(field));
  // `os` as `device_os`: the page's own context stands beside it.
  for (const [name, value] of Object.entries(device ?? {})) context[`device_${name}`] = value;
  const rest = pick(data, (field) => !PLACED.has(field));
  const body = {
    ec,
    ea,
    // "Hash any ID your users session": an integer is wanted.
    sid: hash31(session_id || uid),
    aid: anonymous_id || uid,
    uid,
    items: thingsIn(data),
    dims: { sport: idOf(data.sport_id), league: idOf(data.league_id) },
    context: { ...context, device: device_type },
    // The type is not always to be told from `ec` and `ea`: bets are reported by three families of types.
    extra: { ...rest, event_type, tracktag_id: id, timestamp },
  };
  return post(address(url, { portal_id: portalId, prop_id: propId, resp_type: "json" }), {}, body, [id]);
};

const pick = (data: Json, wanted: (field: string) => boolean): Json =>
  Object.fromEntries(Object.entries(data).filter(([field]) => wanted(field)));

const address = (url: string, query: Record<string, string | number>): string => {
  const full = new URL(url);
  for (const [name, value] of Object.entries(query)) full.searchParams.set(name, String(value));
  return full.href;
};
