import { check } from "./catalog.js";
import { contextOf } from "./context/context.js";
import { currentUrl } from "./context/url.js";
import type { Core } from "./core.js";
import { enqueue } from "./delivery/queue.js";
import { attempt } from "./lib/attempt.js";
import { copy } from "./lib/json.js";
import { report } from "./lib/report.js";
import { stamp } from "./lib/stamp.js";
import type { Json, TrackerEvent } from "./types.js";

/**
 * An event was observed, by default on the page and now; at a moment of `now()`. Unless it lacks what its type needs,
 * `before` runs and the event is queued.
 */
export const emit = (
  core: Core,
  type: string,
  own: Json,
  context = contextOf(core),
  moment?: number,
  before?: () => void,
): void => {
  if (!context || core.permission === "denied") return;
  const { data: extra, viewability: _, ...fields } = context;
  const ofUrl = /:(page|widget)$/.test(type) && { user: core.knownUser, location: currentUrl(core) };
  attempt(() => {
    const data = { ...extra, ...fields, ...ofUrl, ...copy(own) };
    check(type, data);
    before?.();
    let event: TrackerEvent = { event_type: type, user_id: core.knownUser, data };
    let unwanted = "";
    for (const hook of core.hooks) {
      attempt(() => {
        // The page keeps what it was given, and what it gave: neither is ours.
        const result = hook(copy(event));
        if (result?.data) event = copy(result);
        else {
          // What was to be taken out must not go because a `return` is missing.
          unwanted = "beforeSend";
          if (result !== null) report("beforeSend: no event came back");
        }
      }, "beforeSend: ");
    }
    if (core.options.anonymous === "drop" && event.user_id === null) unwanted ||= "anonymous";
    // A hook may have withdrawn consent.
    if (core.permission !== "denied") enqueue(core, { ...stamp(moment), ...event }, unwanted);
  }, `bad ${type}: `);
};
