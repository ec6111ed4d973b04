import { type Capture, startCapture } from "./capture/capture.js";
import type { EventType } from "./catalog.js";
import { type Command, toCommands } from "./commands.js";
import { detectDevice, type NavigatorLike } from "./context/device.js";
import { touch } from "./context/session.js";
import { type Core, isOpen } from "./core.js";
import { startDebug } from "./debug.js";
import { claim, isEvent, isHeld, put, settle, statsOf } from "./delivery/queue.js";
import { relay } from "./delivery/relay.js";
import { flush, wake } from "./delivery/sender.js";
import { openStore, STORE, save } from "./delivery/store.js";
import type { Wire } from "./delivery/wire.js";
import { emit } from "./events.js";
import { attempt } from "./lib/attempt.js";
import { copy } from "./lib/json.js";
import { listen } from "./lib/listen.js";
import { report } from "./lib/report.js";
import type { Root } from "./lib/root.js";
import { stamp } from "./lib/stamp.js";
import { keys, read, remove } from "./lib/storage.js";
import { uuid } from "./lib/uuid.js";
import { type GivenOptions, isValid, type Options, setOptions } from "./options.js";
import type { Hook, Json, Listener, Stats } from "./types.js";

declare global {
  interface Window {
    /** Commands, and once the script has loaded the tracker. */
    tracktag?: Command[] | Tracker;
  }
}

/** What stands at `window.tracktag`, and what `createTracker` returns. No command ever throws. */
export interface Tracker {
  /** Starts. A second one is reported and does nothing. */
  init(options?: GivenOptions): void;
  /** The user from now on; with traits, they go to the relay for backends that keep profiles. */
  identify(userId: string | null, traits?: Json, unsetTraits?: string[]): void;
  /** An event of one's own. */
  track(eventType: EventType, data?: Json): void;
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
 * @param url the script's own, by default the page's: its other files are beside it
 * @param wire what it can talk to
 */
export const createTracker = (
  given: GivenOptions = {},
  queued: Command[] = [],
  url = location.href,
  wire: Wire = relay,
): Tracker => {
  const { deviceType, channel } = detectDevice(navigator as NavigatorLike);
  const core: Core = {
    deviceType,
    options: { channel, brand: origin } as Options,
    hooks: [],
    listeners: [],
    permission: "",
    knownUser: null,
    visitor: {},
    stops: [],
    roots: new Set([document]),
    dialogs: new Set(),
    counted: {},
    lists: {},
    items: new Set(),
    groups: new Map(),
    counts: { captured: 0, merged: 0, sent: 0 },
    drops: {},
    toldDrops: {},
    /** Before consent, and without the user that it needs, an item only waits. */
    changed(item) {
      if (!isOpen(core)) return;
      if (!isHeld(core, item)) {
        const { visit } = touch(core);
        item.visit ??= visit;
        save(core, item);
      }
      wake(core);
    },
    store: STORE + uuid(),
    serial: 0,
    unsaved: new Set(),
    running: Promise.resolve(),
    underWay: [],
    failures: 0,
  };
  const { options } = core;
  let capture: Capture | undefined;

  /** Starts what consent allows. */
  const allow = (): void => {
    if (!isOpen(core)) return;
    openStore(core, put);
    // What has counted before consent has counted in this session.
    if (options.repeat === "session") core.counted = Object.assign(touch(core).seen, core.counted);
    core.items.forEach(core.changed);
  };

  const onLifecycle = ({ type, persisted }: PageTransitionEvent): void => {
    // A hidden document has no frames: what was in view then may have gone.
    capture?.refresh(type === "visibilitychange" || document.hidden);
    if (type === "pagehide") {
      flush(core, true);
      core.release = core.release?.() as undefined;
    } else if (type !== "pageshow") wake(core);
    else if (persisted) {
      // What was stored and is gone was taken by another page, and counts there.
      for (const item of core.items)
        if (item.size && !read(item.key as string)) {
          core.items.delete(item);
          core.counts.captured -= +isEvent(item);
        }
      allow();
      capture?.beginView();
    }
  };

  const begin = () =>
    attempt(() => {
      // It may have been stopped in the same breath.
      if (core.isActive) return;
      core.isActive = true;
      if (options.debug !== "false" || /[?&]tracktag=inspect\b/.test(location.search)) startDebug(core, url);
      listen(core, window, "visibilitychange pagehide pageshow online", onLifecycle);
      capture = startCapture(core, url);
      allow();
    }, "start: ");

  const init = (more: GivenOptions = {}): void => {
    if (core.isActive !== undefined) return report("init: started already");
    setOptions(options, more);
    core.send = wire(options);
    if (!core.send) return;
    if (!options.endpoint) return report("no endpoint");
    core.isActive = false;
    core.knownUser ??= options.userId || null;
    const { globalPrivacyControl: gpc, doNotTrack: dnt } = navigator as NavigatorLike;
    const isRefused = RegExp(`${gpc && "gpc"}|${dnt === "1" && "dnt"}`).test(options.respect);
    core.permission ||= isRefused ? "denied" : options.consent;
    if ((document as { prerendering?: boolean }).prerendering)
      listen(core, document, "prerenderingchange", begin);
    // What the page says in the same breath comes first: the first page view has its user and its hooks.
    else queueMicrotask(begin);
  };

  const identify = (id: string | null, traits?: Json, unset_traits: string[] = []): void => {
    if (!isValid("userId", id ?? "")) return report(`bad identify ${id}`);
    // What was seen until now is the user's of until now.
    capture?.refresh();
    core.knownUser = id || null;
    if (!id || core.permission === "denied") return;
    claim(core, id);
    if (traits || unset_traits[0])
      put(core, copy({ ...stamp(), user_id: id, traits: traits ?? {}, unset_traits }));
  };

  const beginView = (name = ""): void => {
    core.pageName = name;
    capture?.beginView();
  };

  const setConsent = (granted: boolean): void => {
    const isAnew = !granted || core.permission === "denied";
    // What was seen until now goes by the consent of until now.
    capture?.refresh(isAnew);
    core.permission = granted ? "granted" : "denied";
    // What was seen without it did not count, and what was seen with it is forgotten.
    if (isAnew) core.counted = {};
    if (granted) {
      allow();
      if (isAnew) capture?.beginView();
    } else {
      settle(core, core.items, "dropped", "consent");
      keys("tracktag.").forEach(remove);
      core.visitor = {};
    }
  };

  const scan = (root: Root): void => {
    core.roots.add(root);
    capture?.watchRoot(root);
  };

  const stop = (): Promise<void> => {
    capture?.refresh();
    for (const stop of core.stops) stop();
    capture = undefined;
    if (window.tracktag === tracker) delete window.tracktag;
    const flushed = flush(core);
    core.permission = "denied";
    core.isActive = true;
    return flushed.then(() => core.release?.());
  };

  const tracker = toCommands<Omit<Tracker, "push">>({
    init: [init, "Object|Undefined"],
    identify: [identify, "String|Null", "Object|Undefined", "Array|Undefined"],
    track: [(type, data = {}) => emit(core, type, data), "String", "Object|Undefined"],
    page: [beginView, "String|Undefined"],
    consent: [setConsent, "Boolean"],
    scan: [scan, "Root|Document"],
    flush: [() => flush(core)],
    beforeSend: [(hook) => void core.hooks.push(hook), "Function"],
    subscribe: [(listener) => void core.listeners.push(listener), "Function"],
    stats: [() => statsOf(core)],
    stop: [stop],
  });

  setOptions(options, given);
  // What the page has said before goes by the options that it has said, too.
  const first = queued.find((command) => command?.[0] === "init");
  tracker.push(first ?? ["init"], ...queued.filter((command) => command !== first));
  return tracker;
};
