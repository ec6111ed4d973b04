import { icon } from "../art/icons.js";
import { formatBytes, formatTime } from "../lib/format.js";
import { h } from "../lib/h.js";
import { familyOf } from "./families.js";
import { idsOf } from "./ids.js";
import { jsonView } from "./json-view.js";
import { light, unlight } from "./spotlight.js";
import { refusal, verdictBadges } from "./verdict.js";

/** How many ids a row shows before it counts the rest. */
const CHIPS = 6;

/** One received event. It unfolds to its JSON, and points at what it speaks of while it is hovered or focused. */
export function eventRow(entry) {
  const { event } = entry;
  const family = familyOf(event.event_type);
  const verdicts = h("span.row-verdicts");
  const reason = h("p.row-reason", { hidden: true });
  const body = h("div.row-body", { hidden: true });
  const head = h(
    "button.row-head",
    { type: "button", "aria-expanded": "false", onclick: () => unfold() },
    h("span.row-icon", {}, icon(family.icon, 18)),
    h("span.row-type", {}, breakable(event.event_type)),
    h(
      "span.row-time",
      {},
      h("time", { datetime: event.timestamp }, formatTime(event.timestamp)),
      ` · ${formatBytes(entry.bytes)}`,
    ),
    verdicts,
    h("span.row-meta", {}, meta(entry)),
    h("span.row-ids", {}, chips(idsOf(event.data))),
  );
  const row = h(
    "li.row",
    {
      "data-family": family.id,
      "data-id": event.id,
      onmouseenter: () => light(event),
      onmouseleave: unlight,
      onfocusin: () => light(event),
      onfocusout: unlight,
    },
    head,
    reason,
    body,
  );

  function unfold() {
    body.hidden = !body.hidden;
    head.setAttribute("aria-expanded", String(!body.hidden));
    body.replaceChildren(
      ...(body.hidden
        ? []
        : [jsonView({ ...event, visit: entry.visit, relay_received_at: entry.at }), showButton(event)]),
    );
  }

  /** Shows what the backends have answered by now. */
  function update() {
    verdicts.replaceChildren(...verdictBadges(entry));
    const text = refusal(entry);
    row.classList.toggle("is-refused", text !== null);
    reason.hidden = text === null;
    reason.textContent = text;
  }

  update();
  return { element: row, update };
}

/** A type that may be broken after its colons: the longest are wider than a phone's row. */
const breakable = (type) => type.split(/(?<=:)/).flatMap((part) => [part, h("wbr")]);

/** Where, on which page, who. */
function meta({ event, visit }) {
  const { location = "", page } = event.data;
  // Page views and widgets are located by the page's URL: its path says enough.
  const place = String(location).replace(window.location.origin, "");
  const who = event.user_id ? `user ${event.user_id}` : `anon ${visit.anonymous_id?.slice(0, 6) ?? ""}`;
  return [
    place && h("span.row-location", {}, place),
    page && page !== place && h("span", {}, String(page)),
    h(event.user_id ? "span.row-user" : "span", {}, who),
  ].filter(Boolean);
}

const chips = (ids) => [
  ...ids.slice(0, CHIPS).map(({ kind, id }) => h("code", { title: kind }, id)),
  ids.length > CHIPS && h("code.row-rest", {}, `+${ids.length - CHIPS}`),
];

const showButton = (event) =>
  h(
    "button.button.outline",
    {
      type: "button",
      onclick: () => light(event)[0]?.scrollIntoView({ block: "center", behavior: "smooth" }),
    },
    icon("eye", 16),
    "Show on the page",
  );
