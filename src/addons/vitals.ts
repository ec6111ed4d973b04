import { type MetricWithAttribution, onCLS, onFCP, onINP, onLCP, onTTFB } from "web-vitals/attribution";
import type { Wire } from "../delivery/wire.js";
import { attempt } from "../lib/attempt.js";
import type { Hook, Json } from "../types.js";

/** A page view: its page, and when it began, ms since the document was asked for. */
interface View {
  begun: number;
  page: unknown;
}

/** The same way out; a tracker that starts with it tracks the Web Vitals, too, as events of the type `custom`. */
export const withVitals =
  (wire: Wire): Wire =>
  (options) => {
    const send = wire(options);
    // By then the tracker stands at its place, and its first page view is still to come.
    if (send && options.endpoint) queueMicrotask(() => attempt(observe, "vitals: "));
    return send;
  };

/**
 * Each metric is told once a page view, on hidden at the latest: what is captured while the document is hidden leaves in
 * the same task, whoever of the listeners comes first.
 */
function observe(): void {
  const views: View[] = [];
  const told = new WeakSet();

  const note: Hook = (event) => {
    const { event_type, data } = event;
    if (event_type === "impressions:page") views.push({ begun: performance.now(), page: data.page });
    return event;
  };

  function tell(metric: MetricWithAttribution): void {
    // CLS and INP may grow when a hidden page is shown again, and are reported anew.
    if (told.has(metric)) return;
    told.add(metric);
    const { name, value, rating, navigationType, navigationStartTime = 0 } = metric;
    const data: Json = {
      name,
      value: round(value),
      rating,
      navigation_type: navigationType,
      attribution: plain(metric.attribution),
    };
    // Another page view may have begun: the metric's own is the first since its navigation.
    const view = views.find(({ begun }) => begun >= navigationStartTime);
    if (view) data.page = view.page;
    window.tracktag?.push(["track", "custom", data]);
  }

  /** The interactions of a page view that goes on. */
  let held: MetricWithAttribution | undefined;
  const settle = () => held && tell(held);

  window.tracktag?.push(["beforeSend", note]);
  for (const watch of [onLCP, onCLS, onFCP, onTTFB]) watch(tell, { reportSoftNavs: true });
  // The library reports on hidden before it looks at the latest interactions, such as the click that leaves the page.
  onINP(
    (metric) => {
      if (held !== metric) settle();
      held = metric;
    },
    { reportSoftNavs: true, reportAllChanges: true },
  );
  // It looks at them in a listener of the window's, which all come before those of the document.
  document.addEventListener("visibilitychange", () => document.hidden && settle());
}

/** To a thousandth, of a millisecond or of a score. */
const round = (value: number): number => Math.round(value * 1000) / 1000;

/** What is a number or text: the rest are entries of the browser's, with the URLs of everything. */
const plain = (attribution: object): Json =>
  Object.fromEntries(
    Object.entries(attribution)
      .map(([name, value]) => [name, typeof value === "number" ? round(value) : textOf(name, value)])
      .filter(([, value]) => value !== undefined),
  );

/** A URL goes without its query, and one that holds its own data not at all. */
function textOf(name: string, value: unknown): string | undefined {
  if (typeof value !== "string") return undefined;
  return name === "url" ? /^https?:[^?#]*/.exec(value)?.[0] : value;
}
