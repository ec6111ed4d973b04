import type { Fault } from "../../../demo/backends/backend.js";
import { stopClock } from "../../support/clock.js";
import { click, expect, NAMES, SCRIPT, test } from "../../support/direct.js";
import { flush, track } from "../../support/tracker.js";

/** What is waited for takes a hundredth of its time: an answer 0.3 s instead of 30. */
const HASTE = `<script>
  const { timeout } = AbortSignal;
  AbortSignal.timeout = (ms) => timeout.call(AbortSignal, ms / 100);
</script>`;

const PASSING: [title: string, fault: Fault][] = [
  ...[408, 425, 429, 500, 503].map((status): [string, Fault] => [`${status}`, { status }]),
  ["no answer", "hang"],
  ["a reset", "reset"],
  ["half an answer", "half"],
];

for (const name of NAMES) {
  for (const [title, fault] of PASSING)
    test(`${name}: ${title}: kept, and tried again by itself`, async ({ start, visit, page, stats }) => {
      const { tag, script, taken, posts } = await start(name);
      script({ fault });
      await visit({ script: SCRIPT, tag, head: fault === "hang" ? HASTE : "" });
      await click(page, "1");
      await flush(page);
      expect(await stats()).toMatchObject({ sent: 0, queued: 1, dropped: {} });
      await expect.poll(stats).toMatchObject({ sent: 1, queued: 0, dropped: {} });
      expect([taken(), posts().length]).toEqual([1, 2]);
    });

  for (const status of [400, 401, 403, 404, 406, 413, 422])
    test(`${name}: ${status} is final: counted, said once, and the next go on`, async ({
      start,
      visit,
      page,
      stats,
      messages,
    }) => {
      const { tag, script, taken } = await start(name);
      script({ fault: { status } });
      await visit({ script: SCRIPT, tag });
      await click(page, "1");
      await flush(page);
      expect(await stats()).toMatchObject({ sent: 0, queued: 0, dropped: { [`http_${status}`]: 1 } });
      expect(messages).toEqual([`tracktag: events lost: http_${status}`]);
      await click(page, "2");
      await flush(page);
      expect(taken()).toBe(1);
    });
}

test("a token that is wrong: 401 for all of a portion, none of which is tried again", async ({
  start,
  visit,
  page,
  stats,
}) => {
  const { tag, posts } = await start("wynta");
  await visit({ script: SCRIPT, tag: { ...tag, token: "old" } });
  await track(page, 1, 2, 3);
  await flush(page);
  expect(await stats()).toMatchObject({ sent: 0, queued: 0, dropped: { http_401: 3 } });
  expect(posts()).toHaveLength(1);
});

test("Retry-After: nothing is sent until then", async ({ start, visit, page }) => {
  const { tag, script, taken, posts } = await start("sportradar");
  script({ fault: { status: 429, headers: { "Retry-After": "3600" } } as Fault });
  await stopClock(page);
  await visit({ script: SCRIPT, tag: { ...tag, "flush-interval": "1000" } });
  await track(page, 1);
  await flush(page);
  await track(page, 2);
  await page.clock.fastForward(3_590_000);
  expect(posts()).toHaveLength(1);
  await page.clock.fastForward(20_000);
  await expect.poll(taken).toBe(2);
});
