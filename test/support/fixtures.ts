import { test as base, expect as baseExpect, type Page } from "@playwright/test";
import type { RelayOptions } from "../../src/relay/config/config.js";
import type { Tracker } from "../../src/tracker.js";
import type { WireEvent } from "../../src/types.js";
import { matches, type Pattern } from "./events.js";
import type { PageParts } from "./page.js";
import { startTestRelay, type TestRelay } from "./relay.js";
import { type Site, startSite } from "./site.js";

interface Step {
  action(): Promise<unknown>;
  /** Each arrives because of the action, once. */
  expected: Pattern[];
  /** None of these does. */
  refuted?: Pattern[];
}

interface Fixtures {
  relayOptions: RelayOptions;
  /** How many events the relay is to refuse in the test; null: no matter. */
  rejections: number | null;
  relay: TestRelay;
  site: Site;
  /** What the script has written on the page's console, its debug log left out. */
  messages: string[];
  /** Serves the page at `path`, and opens it. */
  visit(parts: PageParts, path?: string): Promise<void>;
  /** Waits for an event to arrive, and returns the first such. */
  received(wanted: Pattern | ((event: WireEvent) => boolean)): Promise<WireEvent>;
  /** Sends a marker behind all that was captured until now. Returns what had arrived when the marker had. */
  flushed(from?: Page): Promise<WireEvent[]>;
  /**
   * Shows an element which is in view from now on, and waits until its impression has arrived: whatever was in view
   * before has had its time. Returns what had arrived then.
   */
  seen(rule?: string): Promise<WireEvent[]>;
  /** Does it, and expects what comes of it. */
  expectEvents(step: Step): Promise<void>;
  stats(): Promise<ReturnType<Tracker["stats"]>>;
  /** Runs in every test: what must never happen. */
  guard: undefined;
}

/** A busy machine takes its time. */
export const expect = baseExpect.configure({ timeout: 10_000 });

/** A message of an error that the script did not foresee, and that is not from one of the page's hooks. */
const FAULT =
  /^tracktag: (?!bad |beforeSend|subscribe)(\w+: )?((Type|Range|Reference|Syntax|Invalid\w*)Error|DOMException)/;

const MARKER = "marker";

const isMarker = ({ event_type, data }: WireEvent): boolean =>
  data.location === `${MARKER}:${MARKER}` ||
  (event_type === "custom" && `${data.name}`.startsWith(`${MARKER}-`));

export const test = base.extend<Fixtures>({
  relayOptions: [{}, { option: true }],
  rejections: [0, { option: true }],

  site: async ({ browserName: _ }, use) => {
    const site = await startSite();
    await use(site);
    await site.close();
  },

  relay: async ({ relayOptions, site }, use) => {
    const relay = await startTestRelay({ ...relayOptions, origins: [site.origin, site.otherOrigin] });
    site.relayUrl = relay.url;
    await use(relay);
    await relay.close();
  },

  baseURL: ({ site }, use) => use(site.origin),

  messages: async ({ page }, use) => {
    const messages: string[] = [];
    page.on("console", (message) => {
      const isOurs = /\/(tracktag[\w.]*|index)\.js$/.test(message.location().url);
      if (isOurs && ["warning", "error"].includes(message.type())) messages.push(message.text());
    });
    await use(messages);
  },

  visit: async ({ page, site, relay: _ }, use) => {
    await use(async (parts, path = "/") => {
      site.page(path.replace(/[?#].*/, ""), parts);
      await page.goto(path);
    });
  },

  received: async ({ relay }, use) => {
    await use(async (wanted) => {
      const isWanted = (event: WireEvent) =>
        typeof wanted === "function" ? wanted(event) : matches(event, wanted);
      await expect
        .poll(() => relay.events().some(isWanted) || relay.events(), { message: JSON.stringify(wanted) })
        .toBe(true);
      return relay.events().find(isWanted) as WireEvent;
    });
  },

  flushed: async ({ page, relay, received }, use) => {
    let count = 0;
    await use(async (from = page) => {
      const name = `${MARKER}-${count++}`;
      await from.evaluate(async (name) => {
        const tracker = window.tracktag as Tracker;
        tracker.track("custom", { name });
        await tracker.flush();
      }, name);
      await received({ event_type: "custom", data: { name } });
      return relay.events().filter((event) => !isMarker(event));
    });
  },

  seen: async ({ page, relay, received }, use) => {
    let count = 0;
    await use(async (rule) => {
      const id = `${MARKER}-${count++}`;
      const element = await page.evaluateHandle(
        ([id, rule, location]) => {
          const element = document.createElement("div");
          Object.assign(element.dataset, { trackSport: id, trackLocation: location });
          if (rule) element.dataset.trackViewability = rule;
          element.style.cssText = "position: fixed; inset: 0 auto auto 0; width: 9px; height: 9px";
          element.style.pointerEvents = "none";
          document.body.append(element);
          return element;
        },
        [id, rule, `${MARKER}:${MARKER}`] as const,
      );
      await received(({ data }) => JSON.stringify(data.sports ?? null).includes(`"${id}"`));
      await element.evaluate((element) => element.remove());
      return relay.events().filter((event) => !isMarker(event));
    });
  },

  expectEvents: async ({ relay, received, flushed }, use) => {
    await use(async ({ action, expected, refuted = [] }) => {
      const before = new Set(relay.events().map(({ id }) => id));
      const fresh = (pattern: Pattern) =>
        relay.events().filter((event) => !before.has(event.id) && matches(event, pattern));
      await action();
      for (const pattern of expected)
        await received(({ id }) => fresh(pattern).some((event) => event.id === id));
      await flushed();
      for (const pattern of expected) baseExpect(fresh(pattern), JSON.stringify(pattern)).toHaveLength(1);
      for (const pattern of refuted) baseExpect(fresh(pattern)).toEqual([]);
    });
  },

  stats: async ({ page }, use) => {
    await use(() => page.evaluate(() => (window.tracktag as Tracker).stats()));
  },

  guard: [
    async ({ context, relay, messages, rejections }, use) => {
      const errors: string[] = [];
      context.on("weberror", (error) => errors.push(error.error().stack ?? `${error.error()}`));
      await use(undefined);
      baseExpect(errors, "uncaught errors in a page").toEqual([]);
      baseExpect(
        messages.filter((text) => FAULT.test(text)),
        "faults of the script",
      ).toEqual([]);
      const rejected = await relay.metric("tracktag_rejected_total");
      baseExpect(rejected, "events that the relay refused").toBe(rejections ?? rejected);
    },
    { auto: true },
  ],
});

export { gamesOf, idsOf, numbersOf, ofType } from "./events.js";
