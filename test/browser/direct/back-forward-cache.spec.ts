import { leave } from "../../support/calls.js";
import { expect, SCRIPT, test } from "../../support/direct.js";
import { flush, track } from "../../support/tracker.js";

test("what a page kept, and the next one sent, is the next one's when the visitor comes back", async ({
  start,
  visit,
  page,
  site,
  stats,
}) => {
  const { tag, script, exchanges, taken } = await start("sportradar");
  // So late that nothing is tried again meanwhile.
  const heal = script({ fault: { status: 503, headers: { "Retry-After": "3600" } }, times: 99 });
  await visit({ script: SCRIPT, tag, body: "<h1>first</h1>" });
  await track(page, 1);
  await flush(page);
  heal();
  site.page("/next", { script: SCRIPT, tag: { ...tag, "flush-interval": "50" } });
  await leave(page, "/next");
  await expect.poll(async () => (await stats()).sent).toBe(1);
  await page.goBack({ waitUntil: "commit" });
  await page.waitForSelector("h1");
  await track(page, 2);
  await flush(page);
  expect(exchanges().filter(({ status }) => status < 300)).toHaveLength(2);
  expect([taken(), site.requests.filter((request) => request === "GET /").length]).toEqual([2, 1]);
  expect(await stats()).toMatchObject({ captured: 1, sent: 1, queued: 0 });
});
