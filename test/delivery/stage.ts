import type { Page } from "@playwright/test";
import { type Site, startSite } from "../support/site.js";
import { freeStorage } from "./exhaustion.js";
import { type FaultProxy, startFaultProxy } from "./fault-proxy.js";
import { type Ledger, openLedger } from "./ledger.js";
import type { Sink } from "./sink.js";
import type { Subject } from "./subjects/subject.js";
import { judge, type Verdict } from "./verdict.js";
import { startVisitor, type Visitor } from "./visitor.js";

/** How long a beacon that the browser took may be on its way, ms: so long nothing has come when all has. */
const GRACE = 2000;

/** All that takes part: the visitor with a browser, the site, the proxy, the sink, and the ground truth beside them. */
export interface Stage {
  subject: Subject;
  site: Site;
  sink: Sink;
  proxy: FaultProxy;
  ledger: Ledger;
  visitor: Visitor;
  /** How many of the captured events are not kept. */
  missing(): number;
  /** Faults end. Resolves when all works again. */
  heal(): Promise<void>;
  /** Heals, closes all tabs, opens a last page that sends what is left, and judges. */
  settle(): Promise<Verdict>;
  close(): Promise<void>;
}

export async function startStage(subject: Subject): Promise<Stage> {
  const site = await startSite();
  const sink = await subject.sink(site.origin);
  const proxy = await startFaultProxy(sink, subject.idsIn);
  const ledger = openLedger();
  const visitor = await startVisitor(site, subject, proxy.url, ledger);

  const missing = (): number => {
    const stored = new Set(sink.stored().map(({ id }) => id));
    return [...ledger.entries.values()].filter(({ id, stage }) => stage !== "merged" && !stored.has(id))
      .length;
  };

  /** Until all is there, or nothing has come for as long as anything may take. */
  async function arrival(page: Page): Promise<void> {
    let [least, since] = [Number.POSITIVE_INFINITY, Date.now()];
    for (let now = missing(); now && Date.now() - since < GRACE; now = missing()) {
      if (now < least) [least, since] = [now, Date.now()];
      await proxy.idle();
      await page.evaluate("new Promise(requestAnimationFrame)");
    }
  }

  async function heal(): Promise<void> {
    proxy.heal();
    await sink.start();
    await visitor.context().setOffline(false);
  }

  return {
    subject,
    site,
    sink,
    proxy,
    ledger,
    visitor,
    missing,
    heal,
    async settle() {
      await heal();
      ledger.leave();
      const [blank, ...tabs] = visitor.context().pages();
      for (const tab of tabs) await tab.close();
      await proxy.idle();
      const last = await visitor.visit(blank);
      await freeStorage(last);
      await visitor.drained(last);
      await arrival(last);
      return judge(ledger, sink.stored(), proxy, subject.stores);
    },
    async close() {
      await visitor.close();
      await proxy.close();
      await sink.close();
      await site.close();
    },
  };
}
