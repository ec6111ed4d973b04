import { expect, SCRIPT, test } from "../../support/direct.js";
import { flush, track } from "../../support/tracker.js";

/** What a sleep of the machine looks like where the page's own clock stands still meanwhile: the visitor's goes on. */
const SLEEP = `<script>
  const { now } = Date;
  let slept = 0;
  Date.now = () => now() + slept;
  const sleep = (hours) => (slept += hours * 3_600_000);
</script>`;

test("when the machine has slept, or the clock was set, times are the visitor's", async ({
  start,
  visit,
  page,
}) => {
  const { tag, exchanges } = await start("wynta");
  await visit({ script: SCRIPT, tag, head: SLEEP });
  const begin = Date.now();
  for (const [n, hours] of [
    [1, 0],
    [2, 8],
    [3, -4],
  ] as const) {
    await page.evaluate(`sleep(${hours})`);
    await track(page, n);
    await flush(page);
  }
  const events = exchanges().flatMap(({ body }) => (body as { events: { timestamp: string }[] }).events);
  const hours = events.map(({ timestamp }) => (Date.parse(timestamp) - begin) / 3_600_000);
  expect(hours.map(Math.round)).toEqual([0, 8, 4]);
});
