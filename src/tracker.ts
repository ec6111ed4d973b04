import { type Capture, startCapture } from "./capture/capture.js";
import type { Root } from "./capture/discovery.js";
import { check } from "./catalog.js";
import { type Command, toCommands } from "./commands.js";
import { type Context, contextOf } from "./context/context.js";
import { detectDevice, type NavigatorLike } from "./context/device.js";
import { createSession } from "./context/session.js";
import { pageName, reportedUrl } from "./context/url.js";
import type { Core } from "./core.js";
import { startDebug } from "./debug.js";
import { bytesOf, createQueue, isEvent, LIMIT } from "./delivery/queue.js";
import { createSender } from "./delivery/sender.js";
import { createStore } from "./delivery/store.js";
import { attempt } from "./lib/attempt.js";
import { copy, toJson } from "./lib/json.js";
import { listen } from "./lib/listen.js";
import { createReport } from "./lib/report.js";
import { stamp } from "./lib/stamp.js";
import { createStorage } from "./lib/storage.js";
import { type GivenOptions, resolveOptions } from "./options.js";
import type { Hook, Item, Json, Listener, Stats, TrackerEvent } from "./types.js";

/** What stands at `window.tracktag`, and what `createTracker` returns. No command ever throws. */
export interface Tracker {
  /** Starts. A second one is reported and does nothing. */
  init(options?: GivenOptions): void;
  /** The user from now on; with traits, they go to the relay for backends that keep profiles. */
  identify(userId: string | null, traits?: Json, unsetTraits?: string[]): void;
  /** An event of one's own. */
  track(eventType: string, data?: Json): void;
  /** Begins a page view, which may have a name. */
  page(name?: string): void;
  /** True: what was held is sent, storage may be used. False: memory and storage are emptied at once. */
  consent(granted: boolean): void;
  /** Also watches a closed shadow root, or a document of the same origin. */
  scan(root: Root): void;
  /** Sends what is queued. Resolves when each event is sent or kept. */
  flush(): Promise<void>;
  /** `hook` gets each event once, as it is captured; it returns it, changed or not, or null to drop it. */
  beforeSend(hook: Hook): void;
  /** `listener` hears what becomes of each event. */
  subscribe(listener: Listener): void;
  stats(): Stats;
  /** Flushes, then undoes everything. */
  stop(): Promise<void>;
  /** Runs commands. */
  push(...commands: Command[]): void;
}

/**
 * The composition root: wires context, capture and delivery. Starts when it is told an endpoint, here or by `init`.
 *
 * @param queued commands that were given before the script had loaded
 * @param folder where the script's other files are, with a slash at its end
 */
export function createTracker(given: GivenOptions = {}, queued: Command[] = [], folder = ""): Tracker {
  const report = createReport();
  const hooks = new Set<Hook>();
  const listeners = new Set<Listener>();
  const roots = new Set<Root>();
  const device = detectDevice(navigator as NavigatorLike);
  // The page may have said `init` already: what it says beside that goes by these options.
  const inits = queued.filter((command) => command[0] === "init");
  const start: Command = (!given.endpoint && inits.shift()) || ["init"];
  const options = resolveOptions({ ...given, ...(start[1] as GivenOptions) }, report);

  let isStarted = false;
  /** Started, shown (not prerendered), not stopped. */
  let isActive = false;
  /** The options' until there is a better answer. */
  let consent = "";
  let userId: string | null = options.userId || null;
  let capture: Capture | undefined;
  let endLifecycle = (): void => {};
  /** The name that `page()` has given to this page view, and the one that it gives to the next. */
  let name = "";
  let nextName = "";
  let lastUrl: string | undefined;

  const isOpen = () => isActive && consent === "granted";
  const storage = createStorage(isOpen);
  const session = createSession(storage);
  const store = createStore(storage, inherit);
  const queue = createQueue(options, changed, store.remove, listeners);
  const core: Core = {
    options,
    report,
    url: () => reportedUrl(location.href, options.query),
    contextOf: around,
    emit,
  };
  const sender = createSender(core, queue, toBody);

  /** The visit of an event that happens now. Not known before consent. */
  function currentVisit(): Item["visit"] {
    const visitor = isOpen() && session.touch();
    return visitor ? { session_id: visitor.session, anonymous_id: visitor.anonymous } : undefined;
  }

  /** Before consent, and before the start, an item only waits. */
  function changed(item: Item): void {
    if (!isOpen()) return;
    item.visit ??= currentVisit();
    store.save(item);
    sender.wake();
  }

  function inherit(item: Item): void {
    if (isEvent(item.record)) queue.tell("captured", item.record);
    queue.put(item);
  }

  function toBody(items: Item[]): string {
    const records = items.map((item) => item.record);
    session.save();
    return toJson({
      v: 1,
      sent_at: stamp().timestamp,
      ...items[0]?.visit,
      device_type: device.deviceType,
      platform: "web",
      viewability: options.viewability,
      events: records.filter(isEvent),
      identify: records.filter((record) => !isEvent(record)),
    });
  }

  /** What is around an element, or without one around the page. */
  function around(element: Element | null): Context | undefined {
    return contextOf(
      element,
      {
        ...options,
        page: name || options.page || pageName(location.href),
        channel: options.channel || device.channel,
        brand: options.brand || location.origin,
        data: {},
      },
      report,
    );
  }

  function emit(type: string, own: Json, context = around(null), moment?: number, before?: () => void): void {
    if (!context || consent === "denied") return;
    const data = {
      ...context.data,
      ...(/:(page|widget)$/.test(type)
        ? { user: userId, location: core.url() }
        : { location: context.location }),
      page: context.page,
      channel: context.channel,
      brand: context.brand,
      ...own,
    };
    const problem = check(type, data);
    if (problem) return report(problem);
    before?.();
    take({ event_type: type, user_id: userId, data }, moment);
  }

  /** Lets the operator's hooks see the event, and queues what they make of it: a copy that nobody else holds. */
  function take(event: TrackerEvent, moment?: number): void {
    let unwanted = "";
    for (const hook of hooks) {
      const result = attempt(() => hook(event), report);
      if (result === null) unwanted = "beforeSend";
      else if (result?.data) event = result;
      else report("beforeSend must return the event or null");
    }
    if (options.anonymous === "drop" && event.user_id === null) unwanted ||= "anonymous";
    const text = attempt(() => toJson(event), report) ?? "{}";
    if (bytesOf(text) > LIMIT) unwanted ||= "too_large";
    queue.add({ record: { ...stamp(moment), ...JSON.parse(text) }, visit: currentVisit() }, unwanted);
  }

  /** A page view begins. Returns what has counted in it already. */
  function began(): Set<string> {
    const url = core.url();
    const isInternal = document.referrer.startsWith(`${location.origin}/`);
    const previous = lastUrl ?? (isInternal ? reportedUrl(document.referrer, options.query) : null);
    name = nextName;
    nextName = "";
    if (options.pageviews === "auto")
      emit("impressions:page", { previous_location: lastUrl === url ? null : previous });
    lastUrl = url;
    return options.repeat === "session" && isOpen() ? session.touch().seen : new Set();
  }

  /** Starts what consent allows. */
  function allow(): void {
    if (!isActive || consent === "denied") return;
    capture ??= startCapture(core, began);
    roots.forEach(capture.watch);
    if (!isOpen()) return;
    store.open();
    queue.items.forEach(changed);
  }

  function begin(): void {
    const { globalPrivacyControl, doNotTrack } = navigator as Navigator & { globalPrivacyControl?: boolean };
    const isRefused =
      (globalPrivacyControl && options.respect.includes("gpc")) ||
      (doNotTrack === "1" && options.respect.includes("dnt"));
    consent ||= isRefused ? "denied" : options.consent;
    isActive = true;
    endLifecycle = listen(window, "visibilitychange pagehide pageshow", onLifecycle);
    if (options.debug !== "false" || /[?&]tracktag=inspect\b/.test(location.search))
      startDebug(listeners, folder);
    allow();
  }

  function onLifecycle(event: PageTransitionEvent): void {
    const ends = event.type === "pagehide";
    if (event.type === "pageshow") return event.persisted ? allow() : undefined;
    if (ends || document.hidden) capture?.pause();
    else capture?.resume();
    if (!isOpen()) return;
    if (ends) {
      sender.leave();
      store.close();
    } else if (queue.items.size) sender.wake();
  }

  function stopCapture(): void {
    capture?.stop();
    capture = undefined;
  }

  const tracker = toCommands<Omit<Tracker, "push">>(
    {
      init(more) {
        if (isStarted) return report("init: it has started already");
        Object.assign(options, resolveOptions({ ...given, ...more }, report));
        userId ??= options.userId || null;
        if (!options.endpoint) return report("no endpoint: waiting for init");
        if (options.destination !== "relay")
          return report(`for destination ${options.destination} load tracktag.direct.js`);
        isStarted = true;
        if ((document as { prerendering?: boolean }).prerendering)
          listen(document, "prerenderingchange", begin);
        else begin();
      },
      identify(id, traits, unset_traits = []) {
        userId = id;
        if (id === null || consent === "denied") return;
        queue.claim(id);
        if (traits || unset_traits[0])
          queue.put({ record: copy({ ...stamp(), user_id: id, traits: traits ?? {}, unset_traits }) });
      },
      track: (type, data = {}) => emit(type, copy(data)),
      page(pageName = "") {
        nextName = pageName;
        capture?.begin();
      },
      consent(granted) {
        consent = granted ? "granted" : "denied";
        if (granted) return allow();
        stopCapture();
        queue.settle(queue.items, "dropped", "consent");
        storage.keys("tracktag.").forEach(storage.remove);
        session.forget();
      },
      scan(root) {
        roots.add(root);
        capture?.watch(root);
      },
      flush: async () => (isOpen() ? sender.flush() : undefined),
      beforeSend: (hook) => void hooks.add(hook),
      subscribe: (listener) => void listeners.add(listener),
      stats: queue.stats,
      async stop() {
        endLifecycle();
        stopCapture();
        if (window.tracktag === tracker) delete window.tracktag;
        if (isOpen()) await sender.flush();
        isActive = false;
        sender.stop();
        store.close();
      },
    },
    report,
  );

  // What the page has said before comes before the start: the first page view has its user and its hooks.
  tracker.push(...queued.filter((command) => command[0] !== "init"), start, ...inits);
  return tracker;
}
