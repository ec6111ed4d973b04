import type { Tracker } from "../../../src/tracker.js";
import { callsOf, leave, RECORDED } from "../../support/calls.js";
import { expect, NAMES, ROWS, SCRIPT, see, test } from "../../support/direct.js";
import { flush, push, track } from "../../support/tracker.js";

for (const name of NAMES)
  test(`${name}: a page that is left: what is queued goes once, with a ${ROWS[name].headers.length ? "request that outlives it" : "beacon"}`, async ({
    start,
    visit,
    page,
    site,
  }) => {
    const { tag, taken, posts, cors } = await start(name);
    await visit({ script: SCRIPT, tag, head: RECORDED });
    await push(page, ["track", "clicks:event", { event_id: "1" }]);
    // Nobody answers before the page is gone.
    let answer = () => {};
    const gone = new Promise<void>((resolve) => (answer = resolve));
    cors.before = () => gone;
    site.page("/next", { script: SCRIPT, tag });
    await leave(page, "/next");
    expect(await callsOf(page)).toEqual([ROWS[name].headers.length ? "fetch keepalive" : "sendBeacon"]);
    answer();
    await expect.poll(taken).toBe(1);
    await flush(page);
    expect(posts()).toHaveLength(1);
    expect(await page.evaluate(() => (window.tracktag as Tracker).stats().captured)).toBe(0);
  });

test("more than the browser takes at the end of a page: it is not asked; the rest waits for the next, each event once", async ({
  start,
  visit,
  page,
  site,
}) => {
  const { tag, taken, exchanges } = await start("sportradar");
  await visit({ script: SCRIPT, tag, head: RECORDED });
  await page.evaluate(() => {
    const text = "x".repeat(5000);
    for (let n = 0; n < 40; n++) (window.tracktag as Tracker).track("custom", { n, text });
  });
  site.page("/between", { tag: null });
  await leave(page, "/between");
  // One more would be refused: a moment after it has counted as sent.
  expect(await callsOf(page)).toEqual(Array(11).fill("fetch keepalive"));
  await visit({ script: SCRIPT, tag: { ...tag, "flush-interval": "50" } }, "/next");
  await expect.poll(taken).toBe(40);
  const numbers = exchanges().map(({ body }) => (body as { data: { n: number } }).data.n);
  expect(numbers.sort((a, b) => a - b)).toEqual(Array.from({ length: 40 }, (_, n) => n));
});

test("an event alone that is more than outlives a page goes while the page is there", async ({
  start,
  visit,
  page,
  stats,
}) => {
  const { tag, taken } = await start("sportradar");
  await visit({ script: SCRIPT, tag });
  await push(page, ["track", "custom", { text: "x".repeat(100_000) }]);
  await flush(page);
  expect([await stats(), taken()]).toMatchObject([{ sent: 1, queued: 0 }, 1]);
});

test("while deliveries fail, a page that is left keeps its events for the next", async ({
  start,
  visit,
  page,
  site,
}) => {
  const { tag, script, taken } = await start("sportradar");
  // So late that nothing is tried again meanwhile.
  const heal = script({ fault: { status: 503, headers: { "Retry-After": "3600" } }, times: 99 });
  await visit({ script: SCRIPT, tag, head: RECORDED });
  await track(page, 1);
  await flush(page);
  await track(page, 2);
  site.page("/between", { tag: null });
  await leave(page, "/between");
  expect(await callsOf(page)).toEqual(["fetch keepalive"]);
  heal();
  await visit({ script: SCRIPT, tag: { ...tag, "flush-interval": "50" } }, "/next");
  await expect.poll(taken).toBe(2);
});

test("neuralens behind a proxy: of an event with more products than a page may leave with each goes once", async ({
  start,
  visit,
  page,
  site,
}) => {
  const { url, exchanges } = await start("neuralens");
  const headers = { "x-neuralens-api-key": "Bearer secret", "x-neuralens-application-id": "app-1" };
  site.proxies.set("/nl", { url: `${url}/analytics/event`, headers });
  const tag = { destination: "neuralens", endpoint: "/nl" };
  await visit({ script: SCRIPT, tag: { ...tag, "flush-interval": "600000" } });
  const ids = Array.from({ length: 60 }, (_, n) => `${n}-${"x".repeat(2000)}`);
  await see(page, ...ids);
  site.page("/between", { tag: null });
  await leave(page, "/between");
  await visit({ script: SCRIPT, tag }, "/next");
  const items = () => exchanges().map(({ body }) => (body as { items: [{ id: string }] }).items[0].id);
  await expect.poll(() => new Set(items()).size).toBe(60);
  await flush(page);
  expect(items()).toHaveLength(60);
});
