import { expect, SCRIPT, test } from "../../support/direct.js";
import { flush, track } from "../../support/tracker.js";

/** What a sleep of the machine looks like where the page's own clock stands still meanwhile: the visitor's goes on. */
const SLEEP = `<script>
  const { now } = Date;
  let slept = 0;
  Date.now = () => now() + slept;
  const sleep = (hours) => (slept += hours * 3_600_000);
</script>`;

test("the machine sleeps, and the clock is set back: times are the visitor's, and keep their order", async ({
  start,
  visit,
  page,
}) => {
  const { tag, exchanges } = await start("wynta");
  await visit({ script: SCRIPT, tag, head: SLEEP });
  const begin = Date.now();
  await track(page, 1);
  await page.evaluate("sleep(8)");
  await track(page, 2);
  await page.evaluate("sleep(-4)");
  await track(page, 3);
  await flush(page);
  const events = exchanges().flatMap(({ body }) => (body as { events: { timestamp: string }[] }).events);
  const hours = events.map(({ timestamp }) => (Date.parse(timestamp) - begin) / 3_600_000);
  expect(hours.map(Math.round)).toEqual([0, 8, 8]);
  expect(hours[2]).toBeGreaterThanOrEqual(hours[1] as number);
});
