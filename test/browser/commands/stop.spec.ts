import type { Page } from "@playwright/test";
import type { Tracker } from "../../../src/tracker.js";
import { expect, gamesOf, test } from "../../support/fixtures.js";
import { noteObserving } from "../../support/observing.js";

/** Runs it with the tracker. */
const withTracker = <Result>(page: Page, action: (tracker: Tracker) => Result) =>
  page.evaluate(`(${action})(window.tracktag)`) as Promise<Awaited<Result>>;

const BODY = '<button class="box" id="x" data-track-game="1">x</button>';

test("stats: captured = merged + sent + queued + all dropped, at every moment", async ({
  visit,
  page,
  site,
  flushed,
}) => {
  await visit({
    tag: { "flush-interval": "0", viewability: "any" },
    head: `<script>window.wrong = []; (window.tracktag ||= []).push(["beforeSend", (event) => (event.data.n % 3 === 0 ? null : event)],
      ["subscribe", () => queueMicrotask(() => {
        if (!tracktag.stats) return;
        const { captured, merged, sent, queued, dropped } = tracktag.stats();
        const sum = merged + sent + queued + Object.values(dropped).reduce((a, b) => a + b, 0);
        if (captured !== sum) wrong.push([captured, merged, sent, queued, dropped]);
      })]);</script>`,
  });
  site.fate = (_, index) => (index % 2 ? { status: 503 } : "pass");
  await page.evaluate(() => {
    for (let n = 0; n < 20; n++) (window.tracktag as Tracker).track("custom", { n });
    for (let n = 0; n < 20; n++)
      (window.tracktag as Tracker).track("impressions:games", { game_ids: [{ id: n }], n });
    for (let n = 0; n < 20; n++)
      (window.tracktag as Tracker).track("impressions:games", { game_ids: [{ id: n }], n: 1 });
  });
  site.fate = () => "pass";
  await flushed();
  expect(await page.evaluate("wrong")).toEqual([]);
});

test("stop: flushes, then undoes everything: listeners, observers, the global", async ({
  visit,
  page,
  site,
  relay,
}) => {
  await page.addInitScript(() => {
    const listeners: unknown[][] = [];
    Object.assign(window, { listeners });
    const { addEventListener, removeEventListener } = EventTarget.prototype;
    const isCapture = (options: unknown) =>
      typeof options === "object" ? !!(options as { capture?: boolean })?.capture : !!options;
    EventTarget.prototype.addEventListener = function (type: string, handler: unknown, options?: unknown) {
      if (/tracktag\.js/.test(new Error().stack ?? ""))
        listeners.push([this, type, handler, isCapture(options)]);
      addEventListener.call(this, type, handler as EventListener, options as AddEventListenerOptions);
    };
    EventTarget.prototype.removeEventListener = function (type: string, handler: unknown, options?: unknown) {
      const wanted = [this, type, handler, isCapture(options)];
      const index = listeners.findIndex((each) => each.every((part, at) => part === wanted[at]));
      if (index >= 0) listeners.splice(index, 1);
      removeEventListener.call(this, type, handler as EventListener, options as EventListenerOptions);
    };
  });
  await visit({ tag: { "flush-interval": "600000", pageviews: "auto" }, body: BODY });
  await page.click("#x");
  expect(await page.evaluate("listeners.length")).toBeGreaterThan(0);
  await withTracker(page, (tracker) => {
    tracker.track("custom", { n: 1 });
    Object.assign(window, { stopped: tracker });
    return tracker.stop();
  });
  expect(
    relay
      .events()
      .map(({ event_type }) => event_type)
      .sort(),
  ).toEqual(["impressions:page", "impressions:games", "clicks:game", "custom"].sort());
  expect(await page.evaluate("'tracktag' in window")).toBe(false);
  expect(await page.evaluate("listeners.map(([target, type]) => type)")).toEqual([]);
  const posts = site.posts.length;
  await page.click("#x");
  await page.evaluate(() => {
    document.body.insertAdjacentHTML("beforeend", '<i class="box" data-track-game="2"></i>');
    history.pushState(null, "", "/other");
  });
  await page.evaluate("stopped.track('custom', { n: 2 }); stopped.flush()");
  // A tracker that starts afresh is the first to be heard of again.
  await visit({}, "/next");
  await withTracker(page, async (tracker) => {
    tracker.track("custom", { n: 3 });
    await tracker.flush();
  });
  expect(
    site.posts.slice(posts).flatMap(({ envelope }) => envelope.events.map(({ data }) => data.n)),
  ).toEqual([3]);
});

test("stop: what has lasted long enough, and of which no frame has told, counts", async ({
  visit,
  page,
  relay,
}) => {
  await visit({ tag: { viewability: "0.5/1000" }, body: BODY });
  await withTracker(page, async (tracker) => {
    const box = document.querySelector("#x") as HTMLElement;
    await new Promise((resolve) => new IntersectionObserver(resolve).observe(box));
    for (const end = performance.now() + 1100; performance.now() < end; );
    await tracker.stop();
  });
  expect(gamesOf(relay.events())).toEqual(["1"]);
});

for (const command of ["consent(true)", "page('next')", "scan(document)"])
  test(`stop: ${command} afterwards begins nothing anew`, async ({ visit, page, site }) => {
    await visit({ tag: { pageviews: "auto" }, body: BODY });
    await page.evaluate("window.stopped = tracktag; stopped.stop()");
    const posts = site.posts.length;
    await page.evaluate(noteObserving);
    await page.evaluate(`stopped.${command}; stopped.flush()`);
    expect(await page.evaluate("observed")).toEqual([]);
    expect(site.posts.length).toBe(posts);
  });
