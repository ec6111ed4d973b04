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
import { toTimestamp } from "./lib/clock.js";
import { toJson } from "./lib/json.js";
import { listen } from "./lib/listen.js";
import { createReport } from "./lib/report.js";
import { createStorage } from "./lib/storage.js";
import { uuid } from "./lib/uuid.js";
import { type GivenOptions, type Options, resolveOptions } from "./options.js";
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

/** Whether the browser says no, in a way that the operator respects. */
function isRefused({ respect }: Options): boolean {
  const { globalPrivacyControl, doNotTrack } = navigator as Navigator & { globalPrivacyControl?: boolean };
  return (
    (respect.includes("gpc") && !!globalPrivacyControl) || (respect.includes("dnt") && doNotTrack === "1")
  );
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
  const device = detectDevice(navigator as NavigatorLike);
  const options = resolveOptions(given, report);

  let isStarted = false;
  /** Started, shown (not prerendered), not stopped. */
  let isActive = false;
  let explicitConsent: string | undefined;
  let explicitUser: string | null | undefined;
  let capture: Capture | undefined;
  let endLifecycle = (): void => {};
  /** The name that `page()` has given to this page view, and the one that it gives to the next. */
  let [name, nextName] = ["", ""];
  let lastUrl: string | undefined;
  const roots = new Set<Root>();

  const consent = () => explicitConsent ?? (isRefused(options) ? "denied" : options.consent);
  const isOpen = () => isActive && consent() === "granted";
  const user = () => (explicitUser === undefined ? options.userId || null : explicitUser);

  const storage = createStorage(isOpen);
  const session = createSession(storage);
  const store = createStore(storage, inherit);
  const queue = createQueue(() => options.anonymous === "hold", changed, store.remove, listeners);
  const core: Core = {
    options,
    report,
    url: () => reportedUrl(location.href, options.query),
    contextOf: around,
    emit,
  };
  const sender = createSender(core, queue, toBody);

  function changed(item: Item): void {
    if (!isOpen()) return;
    item.session ??= session.touch();
    store.save(item);
    sender.wake();
  }

  function inherit(item: Item): void {
    if (isEvent(item.record)) queue.tell("captured", item.record);
    queue.put(item);
  }

  function toBody(items: Item[]): string {
    const records = items.map(({ record }) => record);
    session.save();
    return toJson({
      v: 1,
      sent_at: toTimestamp(performance.now()),
      session_id: items[0]?.session,
      anonymous_id: session.anonymousId(),
      device_type: device.deviceType,
      platform: "web",
      viewability: options.viewability,
      events: records.filter(isEvent),
      identify: records.filter((record) => !isEvent(record)),
    });
  }

  /** What is around an element, or without one around the page. */
  function around(element: Element | null): Context | undefined {
    const page = name || options.page || pageName(location.href);
    const channel = options.channel || device.channel;
    const brand = options.brand || location.origin;
    return contextOf(element, { ...options, page, channel, brand, data: {} }, report);
  }

  function emit(
    type: string,
    data: Json,
    context = around(null),
    moment = performance.now(),
    before?: () => void,
  ): void {
    if (!context || consent() === "denied") return;
    const { location, page, channel, brand } = context;
    const about = /:(page|widget)$/.test(type) ? { user: user(), location: core.url() } : { location };
    const complete = { ...context.data, ...about, page, channel, brand, ...data };
    const problem = check(type, complete);
    if (problem) return report(problem);
    before?.();
    take({ event_type: type, user_id: user(), data: complete }, moment);
  }

  /** Lets the operator's hooks see the event, and queues what they make of it: a copy that nobody else holds. */
  function take(event: TrackerEvent, moment: number): void {
    const stamp = { id: uuid(), timestamp: toTimestamp(moment) };
    const refuse = (reason: string) => {
      queue.tell("captured", { ...stamp, ...event });
      queue.tell("dropped", { ...stamp, ...event }, reason);
    };
    for (const hook of hooks) {
      const result = attempt(() => hook(event), report);
      if (result === null) return refuse("beforeSend");
      if (result?.data) event = result;
      else report("beforeSend must return the event or null");
    }
    if (event.user_id === null && options.anonymous === "drop") return refuse("anonymous");
    const text = attempt(() => toJson(event), report);
    if (!text || bytesOf(text) > LIMIT) return refuse("too_large");
    queue.add({ ...stamp, ...JSON.parse(text) }, isOpen() ? session.touch() : undefined);
  }

  /** A page view begins. Returns what has counted in it already. */
  function began(): Set<string> {
    const { referrer } = document;
    const url = core.url();
    const isInternal = referrer && new URL(referrer).origin === location.origin;
    const previous = lastUrl ?? (isInternal ? reportedUrl(referrer, options.query) : null);
    [name, nextName] = [nextName, ""];
    if (options.pageviews === "auto")
      emit("impressions:page", { previous_location: lastUrl === url ? null : previous });
    lastUrl = url;
    return options.repeat === "session" ? session.seen() : new Set();
  }

  /** Starts what consent allows. */
  function allow(): void {
    if (!isActive || consent() === "denied") return;
    capture ??= startCapture(core, began);
    roots.forEach(capture.watch);
    if (!isOpen()) return;
    store.open();
    queue.items.forEach(changed);
  }

  function stopCapture(): void {
    capture?.stop();
    capture = undefined;
  }

  function begin(): void {
    isActive = true;
    if (options.debug !== "false" || /[?&]tracktag=inspect\b/.test(location.search))
      startDebug(listeners, folder);
    endLifecycle = listen(window, "visibilitychange pagehide pageshow", onLifecycle);
    allow();
  }

  function onLifecycle({ type, persisted }: PageTransitionEvent): void {
    const ends = type === "pagehide";
    if (type === "pageshow") return persisted ? allow() : undefined;
    if (ends || document.hidden) capture?.pause();
    else capture?.resume();
    if (isOpen()) ends ? sender.leave() : sender.flush();
    if (ends) store.close();
  }

  const commands = toCommands<Omit<Tracker, "push">>(
    {
      init(more) {
        if (isStarted) return report("init: it has started already");
        Object.assign(options, resolveOptions({ ...given, ...more }, report));
        if (!options.endpoint) return report("waiting for init, as the script tag has no data-endpoint");
        if (options.destination !== "relay")
          return report(`for destination ${options.destination} load tracktag.direct.js`);
        isStarted = true;
        if ((document as { prerendering?: boolean }).prerendering)
          document.addEventListener("prerenderingchange", begin, { once: true });
        else begin();
      },
      identify(id, traits, unset_traits = []) {
        explicitUser = id;
        if (id === null || consent() === "denied") return;
        queue.claim(id);
        if (!traits && !unset_traits[0]) return;
        const record = {
          id: uuid(),
          timestamp: toTimestamp(performance.now()),
          user_id: id,
          traits: traits ?? {},
          unset_traits,
        };
        queue.put({ record: JSON.parse(toJson(record)) });
      },
      track: (type, data = {}) => emit(type, JSON.parse(toJson(data))),
      page(pageName = "") {
        nextName = pageName;
        capture?.begin();
      },
      consent(granted) {
        explicitConsent = granted ? "granted" : "denied";
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
        if (window.tracktag === commands) delete window.tracktag;
        if (isOpen()) await sender.flush();
        isActive = false;
        sender.stop();
        store.close();
      },
    },
    report,
  );

  // Options first, then what the page has already said, then the start: the first page view has its user and its hooks.
  const inits = queued.filter(([command]) => command === "init");
  const others = queued.filter(([command]) => command !== "init");
  const first: Command = (options.endpoint ? undefined : inits.shift()) ?? ["init"];
  Object.assign(options, resolveOptions({ ...given, ...(first[1] as GivenOptions) }, report));
  commands.push(...others, first, ...inits);
  return commands;
}
