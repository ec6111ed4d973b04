import { type Capture, startCapture } from "./capture/capture.js";
import { check } from "./catalog.js";
import { type Command, toCommands } from "./commands.js";
import { type Context, contextOf } from "./context/context.js";
import { detectDevice, type NavigatorLike } from "./context/device.js";
import { createSession } from "./context/session.js";
import { pageName, reportedUrl } from "./context/url.js";
import type { Core } from "./core.js";
import { startDebug } from "./debug.js";
import { createQueue, isEvent } from "./delivery/queue.js";
import { createSender } from "./delivery/sender.js";
import { createStore } from "./delivery/store.js";
import { attempt } from "./lib/attempt.js";
import { copy, toJson } from "./lib/json.js";
import { listen } from "./lib/listen.js";
import { report } from "./lib/report.js";
import type { Root } from "./lib/root.js";
import { stamp } from "./lib/stamp.js";
import { keys, remove } from "./lib/storage.js";
import { type GivenOptions, isValid, resolveOptions } from "./options.js";
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
  const hooks = new Set<Hook>();
  const listeners = new Set<Listener>();
  const options = resolveOptions(given);
  const device = detectDevice(navigator as NavigatorLike);

  /** Started, shown (not prerendered), not stopped. */
  let isActive = false;
  let isStarted = false;
  /** As the options have it, until there is a better answer; unknown before the start. */
  let consent = "";
  let userId: string | null = null;
  let capture: Capture | undefined;
  let session = createSession();

  const isOpen = () => isActive && consent === "granted";
  const store = createStore((item) => {
    if (isEvent(item)) queue.tell("captured", item);
    queue.put(item);
  });
  const queue = createQueue(options, changed, store.discard, listeners);
  const sender = createSender(options, queue, isOpen, toBody);
  const core: Core = {
    options,
    stops: [],
    roots: new Set([document]),
    counted: {},
    pageName: "",
    currentUrl: () => reportedUrl(location.href, options.query),
    around,
    emit,
  };

  /** Before consent, and without the user that it needs, an item only waits. */
  function changed(item: Item): void {
    if (!isOpen() || queue.isHeld(item)) return;
    const { visit } = session.touch();
    item.visit ??= visit;
    store.keep(item);
    sender.wake();
  }

  function toBody(items: Item[]): string {
    const records = items.map(({ visit: _, ...record }) => record);
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
    return contextOf(element, { ...options, page: core.pageName || options.page || pageName() });
  }

  function emit(type: string, own: Json, context = around(null), moment?: number, before?: () => void): void {
    if (!context || consent === "denied") return;
    const { data: extra, viewability: _, ...fields } = context;
    const isOfUrl = /:(page|widget)$/.test(type);
    attempt(
      () => {
        const data = copy({
          ...extra,
          ...fields,
          ...(isOfUrl && { user: userId, location: core.currentUrl() }),
          ...own,
        });
        const problem = check(type, data);
        if (problem) return report(problem);
        before?.();
        let event: TrackerEvent = { event_type: type, user_id: userId, data };
        let unwanted = "";
        for (const hook of hooks) {
          const result = attempt(() => hook(event), report);
          if (result === null) unwanted = "beforeSend";
          else if (result?.data) event = result;
          else report("beforeSend must return the event or null");
        }
        if (options.anonymous === "drop" && event.user_id === null) unwanted ||= "anonymous";
        queue.enqueue({ ...stamp(moment), ...copy(event) }, unwanted);
      },
      (error) => report(`bad ${type}: ${error}`),
    );
  }

  /** Starts what consent allows. */
  function allow(): void {
    if (!isActive || consent === "denied") return;
    if (!capture) {
      listen(core.stops, window, "visibilitychange pagehide pageshow", onLifecycle);
      capture = startCapture(core, () =>
        options.repeat === "session" && isOpen() ? session.touch().seen : {},
      );
    }
    if (!isOpen()) return;
    store.open();
    queue.items.forEach(changed);
  }

  function onLifecycle({ type, persisted }: PageTransitionEvent): void {
    capture?.refresh(document.hidden);
    if (type === "pagehide") {
      sender.leave();
      store.release();
    } else if (type === "visibilitychange") {
      if (queue.items.size) sender.wake();
    } else if (persisted) {
      allow();
      capture?.beginView();
    }
  }

  /** Ends what captures. */
  function halt(): void {
    for (const stop of core.stops.splice(0)) stop();
    capture = undefined;
  }

  const begin = () =>
    attempt(() => {
      isActive = true;
      if (options.debug !== "false" || /[?&]tracktag=inspect\b/.test(location.search))
        startDebug(listeners, folder);
      allow();
    }, report);

  const tracker = toCommands<Omit<Tracker, "push">>({
    init(more) {
      if (isStarted) return report("init: started already");
      Object.assign(options, resolveOptions({ ...given, ...more }));
      if (!options.endpoint) return report("no endpoint: waiting for init");
      if (options.destination !== "relay")
        return report(`for destination ${options.destination} load tracktag.direct.js`);
      isStarted = true;
      options.channel ||= device.channel;
      options.brand ||= location.origin;
      userId ??= options.userId || null;
      const { globalPrivacyControl, doNotTrack } = navigator as Navigator & {
        globalPrivacyControl?: boolean;
      };
      const isRefused =
        (options.respect.includes("gpc") && globalPrivacyControl) ||
        (options.respect.includes("dnt") && doNotTrack === "1");
      consent ||= isRefused ? "denied" : options.consent;
      if ((document as { prerendering?: boolean }).prerendering)
        listen(core.stops, document, "prerenderingchange", begin);
      // What the page says in the same breath comes first: the first page view has its user and its hooks.
      else queueMicrotask(begin);
    },
    identify(id, traits, unset_traits = []) {
      if (!isValid("userId", id ?? "")) return report(`bad command identify: ${id}`);
      userId = id || null;
      if (!userId || consent === "denied") return;
      queue.claim(userId);
      if (traits || unset_traits[0])
        queue.put(copy({ ...stamp(), user_id: userId, traits: traits ?? {}, unset_traits }));
    },
    track: (type, data = {}) => emit(type, data),
    page(name = "") {
      core.pageName = name;
      capture?.beginView();
    },
    consent(granted) {
      consent = granted ? "granted" : "denied";
      if (granted) return allow();
      halt();
      queue.settle(queue.items, "dropped", "consent");
      keys("tracktag.").forEach(remove);
      session = createSession();
    },
    scan(root) {
      core.roots.add(root);
      capture?.watchRoot(root);
    },
    flush: sender.flush,
    beforeSend: (hook) => void hooks.add(hook),
    subscribe: (listener) => void listeners.add(listener),
    stats: queue.stats,
    stop() {
      halt();
      if (window.tracktag === tracker) delete window.tracktag;
      const flushed = sender.flush();
      consent = "denied";
      return flushed.then(store.release);
    },
  });

  // Its options are for what stands before it, too.
  const isInit = (command: Command) => command?.[0] === "init";
  if (given.endpoint || !queued.some(isInit)) tracker.init();
  tracker.push(...queued.filter(isInit), ...queued.filter((command) => !isInit(command)));
  return tracker;
}
