import type { Tracker } from "../../src/tracker.js";
import { IS_WHOLE } from "./extent.js";
import { expect, test } from "./fixtures.js";

/** How many events wait when another one is captured. */
const WAITING = [1, 100, 1000];

/** How often each is measured; the middle one counts. */
const TIMES = 101;

test("what it costs to keep an event", async ({ stage: { site, proxy, visitor, subject } }, info) => {
  test.skip(!IS_WHOLE, "a measurement, which cannot fail");
  proxy.fault = () => "hang";
  // Isolated pages have a clock of 5 µs.
  const headers = {
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-embedder-policy": "require-corp",
  };
  site.page("/cost", { tag: null, head: subject.head(proxy.url) }, headers);
  const tab = await visitor.visit();
  await tab.goto(`${site.origin}/cost`);
  await tab.waitForFunction(subject.ready);
  const rows = await tab.evaluate(
    async ({ sizes, times }) => {
      const { tracktag } = window as unknown as { tracktag: Tracker };
      const item = { event_id: "1018561957", outcome_id: "3086187161", text: "x".repeat(100) };
      const track = () => tracktag.track("clicks:outcome", item);
      const middle = (all: number[]) => all.sort((a, b) => a - b)[all.length >> 1] as number;
      async function measure(action: () => void): Promise<number> {
        const all: number[] = [];
        for (let n = 0; n < times; n++) {
          const start = performance.now();
          action();
          // It is written in the microtask that ends the listener.
          await undefined;
          all.push(performance.now() - start);
        }
        return middle(all) * 1000;
      }
      const measured = [];
      for (const waiting of sizes) {
        while (tracktag.stats().queued < waiting) track();
        await undefined;
        const whole = JSON.stringify(
          Object.entries(localStorage)
            .filter(([key]) => key.startsWith("tracktag.q."))
            .slice(0, waiting)
            .map(([, text]) => JSON.parse(text)),
        );
        const items = JSON.parse(whole);
        measured.push({
          waiting,
          own: await measure(track),
          all: await measure(() => (localStorage.one = JSON.stringify(items))),
        });
        localStorage.removeItem("one");
      }
      return measured;
    },
    { sizes: WAITING, times: TIMES },
  );
  for (const row of rows) info.annotations.push({ type: "cost", description: JSON.stringify(row) });
  expect(rows).toHaveLength(WAITING.length);
});
