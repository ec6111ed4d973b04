import type { WireEvent } from "../../src/types.js";
import { mayCount, mustCount } from "./bounds.js";
import { identityOf, type Report, type View } from "./report.js";

/** What the sampler saw beside what the relay received. */
export interface Verdict {
  /** How many identities must have counted, and how many of these have. */
  must: number;
  found: number;
  /** How many have counted, and how many of these may have. */
  counted: number;
  right: number;
  /** What must have counted and has not; what has counted and may not have, or once too often. */
  missed: Finding[];
  invented: Finding[];
  /** Clicks as the page saw them, and as the relay received them; sorted. */
  clicksMade: string[];
  clicksReceived: string[];
}

export interface Finding {
  identity: string;
  /** In which page view; undefined where there was none. */
  view?: View;
}

const LISTS = { events: "impressions:events", leagues: "impressions:leagues", sports: "impressions:sports" };

export const isImpression = ({ event_type }: WireEvent) =>
  /^impressions:(events|leagues|sports|games|widget)$/.test(event_type);

/** What an impression is one of. */
export function identitiesOf({ event_type, data }: WireEvent): string[] {
  if (event_type === "impressions:widget") return [identityOf(event_type, `${data.widget}`, "")];
  const list = Object.keys(LISTS).find((name) => name in data) ?? "game_ids";
  return (data[list] as { id: unknown }[]).map(({ id }) =>
    identityOf(event_type, `${id}`, `${data.location}`),
  );
}

function clickName({ event_type, data }: WireEvent): string {
  if (event_type === "clicks:outcome") return `${event_type} ${data.outcome_id} of ${data.event_id}`;
  return `${event_type} ${data[event_type.replace("clicks:", "").concat("_id")]}`;
}

/** The page view in which an event happened: the last of its page that had begun. A frame is slow to notice. */
export const viewOf = (views: View[], { data, timestamp }: WireEvent): View | undefined =>
  views
    .filter(({ page, start }) => page === data.page && start <= Date.parse(timestamp) + 100)
    .sort((a, b) => b.start - a.start)[0];

export function judge(reports: Report[], events: WireEvent[]): Verdict {
  const views = reports.flat();
  const counted = new Map<View, Set<string>>();
  const invented: Finding[] = [];
  let total = 0;
  for (const event of events.filter(isImpression)) {
    const view = viewOf(views, event);
    for (const identity of identitiesOf(event)) {
      total++;
      const here = (view && counted.get(view)) ?? new Set();
      const isTrue = view && !here.has(identity) && may(view, identity);
      if (!isTrue) invented.push({ identity, view });
      if (view) counted.set(view, here.add(identity));
    }
  }
  const wanted = views.flatMap((view) =>
    Object.keys(view.timelines)
      .filter((identity) => must(view, identity))
      .map((identity) => ({ identity, view })),
  );
  const missed = wanted.filter(({ identity, view }) => !counted.get(view)?.has(identity));
  return {
    must: wanted.length,
    found: wanted.length - missed.length,
    counted: total,
    right: total - invented.length,
    missed,
    invented,
    clicksMade: views.flatMap(({ clicks }) => clicks.map(({ name }) => name)).sort(),
    clicksReceived: events
      .filter(({ event_type }) => event_type.startsWith("clicks:"))
      .map(clickName)
      .sort(),
  };
}

/** What was clicked was seen. */
const isClicked = ({ clicks }: View, identity: string) => clicks.some((click) => click.identity === identity);

const must = (view: View, identity: string) =>
  isClicked(view, identity) || mustCount(view.timelines[identity] ?? []);

const may = (view: View, identity: string) =>
  isClicked(view, identity) || mayCount(view.timelines[identity] ?? []);
