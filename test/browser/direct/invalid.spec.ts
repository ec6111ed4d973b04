import type { Tracker } from "../../../src/tracker.js";
import type { TrackerEvent } from "../../../src/types.js";
import { click, expect, NAMES, SCRIPT, test } from "../../support/direct.js";
import { flush } from "../../support/tracker.js";

const SECOND = "00000000-0000-4000-8000-000000000000";
/** An event that another has written into the queue. */
const WRITTEN = {
  id: SECOND,
  timestamp: new Date().toISOString(),
  event_type: "clicks:event",
  user_id: null,
};

for (const name of NAMES) {
  test(`${name}: an event without data in storage costs none of the rest`, async ({
    start,
    visit,
    page,
    stats,
    site,
  }) => {
    const { tag, exchanges } = await start(name);
    site.page("/before", { tag: null });
    await page.goto("/before");
    await page.evaluate(([key, text]) => localStorage.setItem(key, text), [
      `tracktag.q.${SECOND}1000000`,
      JSON.stringify(WRITTEN),
    ] as const);
    await visit({ script: SCRIPT, tag });
    await expect.poll(async () => (await stats()).queued).toBe(1);
    await click(page, "match-1");
    await flush(page);
    expect((await stats()).queued).toBe(0);
    expect(exchanges().filter(({ body }) => JSON.stringify(body).includes("match-1"))).toHaveLength(1);
  });

  test(`${name}: a hook that makes an event of no type costs only that one, with one message`, async ({
    start,
    visit,
    page,
    stats,
    messages,
  }) => {
    const { tag, taken } = await start(name);
    await visit({ script: SCRIPT, tag });
    await page.evaluate(() => {
      const hook = (event: TrackerEvent) => (event.data.bad ? { ...event, event_type: 5 as never } : event);
      (window.tracktag as Tracker).beforeSend(hook);
      for (const bad of [false, true, false])
        (window.tracktag as Tracker).track("clicks:event", { event_id: "1", bad });
    });
    await flush(page);
    const { sent, queued, dropped } = await stats();
    expect([sent, queued, taken()]).toEqual([2, 0, 2]);
    expect(Object.values(dropped)).toEqual([1]);
    expect(messages.length).toBeLessThan(2);
  });

  test(`${name}: a page with a Blob of its own`, async ({ start, visit, page, stats }) => {
    const { tag, taken } = await start(name);
    const head = '<script>window.Blob = function () { throw new Error("no Blob") }</script>';
    await visit({ script: SCRIPT, tag, head });
    await click(page, "1");
    await flush(page);
    expect([(await stats()).sent, taken()]).toEqual([1, 1]);
  });
}
