import type { Page } from "@playwright/test";
import { entitiesOf } from "./entities.js";
import type { Stored } from "./sink.js";

/** What a page says of an event, at once. */
export interface News {
  id: string;
  /** As `subscribe` says it. Subjects that tell less than tracktag say `captured` alone. */
  stage: string;
  reason?: string;
  /** Made by a click of the visitor's. */
  isClick?: boolean;
  /** The page was hidden or ended: nobody will read an answer. */
  isUnheard?: boolean;
  /** What an impression has shown. */
  entities?: string[];
}

/** An event, as the page that captured it has told. */
export interface Entry extends News {
  /** What was done to the road when it was captured or, once it was sent, then. */
  during: string;
  /** Nothing that is done from now on was done to it. */
  isPast?: boolean;
}

/**
 * The ground truth: each event, told by its page in the listener that captures it. It goes through a binding of
 * DevTools, which is the browser's and not the page's: it waits for nobody and outlives navigation, crash and close.
 * Where the whole browser is killed, what was told in the same instant may be lost with it: such an event is unknown.
 */
export interface Ledger {
  entries: Map<string, Entry>;
  /** This is done from now on to what is captured or sent, and to what was since the last was left, and is not yet kept. */
  enter(during: string, stored: Stored[]): void;
  /** Nothing is done any more to what is captured from now on. */
  leave(): void;
  /** The clicks that were captured, in their order. */
  clicks(): Entry[];
  /** What was neither kept nor in the browser's storage when the browser was killed, or a page without storage crashed. */
  endangered: Map<string, string>;
  /** Whatever is neither kept nor remembered by the browser is lost for this reason. */
  endanger(reason: string, stored: Stored[], remembered: string[]): void;
  /** Hears all pages that a tab opens from now on. */
  listen(tab: Page): Promise<void>;
}

export function openLedger(): Ledger {
  let during = "";

  const unkept = ({ entries }: Ledger, stored: Stored[]): Entry[] => {
    const safe = new Set(stored.map(({ id }) => id));
    return [...entries.values()].filter(({ id }) => !safe.has(id));
  };

  const ledger: Ledger = {
    entries: new Map(),
    enter(name, stored) {
      during = name;
      for (const entry of unkept(ledger, stored)) if (!entry.isPast) entry.during = name;
    },
    leave() {
      during = "";
      for (const entry of ledger.entries.values()) entry.isPast = true;
    },
    clicks: () => [...ledger.entries.values()].filter(({ isClick }) => isClick),
    endangered: new Map(),
    endanger(reason, stored, remembered) {
      const safe = new Set(remembered);
      for (const { id } of unkept(ledger, stored))
        if (!safe.has(id) && !ledger.endangered.has(id)) ledger.endangered.set(id, reason);
    },
    async listen(tab) {
      // Playwright's own binding forgets what a page says while it is left.
      const session = await tab.context().newCDPSession(tab);
      session.on("Runtime.bindingCalled", ({ payload }) => hear(JSON.parse(payload)));
      await session.send("Runtime.enable");
      await session.send("Runtime.addBinding", { name: "tell" });
    },
  };

  function hear(news: News): void {
    const known = ledger.entries.get(news.id);
    // What it has shown is said when it is captured: later on others have joined it.
    const { entities } = known ?? news;
    // Sent now, it meets what is done now.
    const isPast = news.stage !== "sent" && known?.isPast;
    ledger.entries.set(news.id, {
      ...known,
      ...news,
      entities,
      isPast,
      during: isPast ? known.during : during,
    });
  }

  return ledger;
}

/** For a page's head: what `subscribe` hears goes to the ledger. */
export const TOLD = `<script>
  const entitiesOf = ${entitiesOf};
  (window.tracktag ||= []).push(["subscribe", ({ stage, event, reason }) => tell(JSON.stringify({
    id: event.id, stage, reason, isClick: /^clicks/.test(event.event_type), isUnheard: document.hidden || window.isLeft,
    entities: entitiesOf(event),
  }))]);
  addEventListener("pagehide", () => (window.isLeft = true), true);
  addEventListener("pageshow", () => (window.isLeft = false), true);
</script>`;
