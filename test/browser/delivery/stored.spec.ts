import { expect, numbersOf, ofType, test } from "../../support/fixtures.js";
import { flush, push, track } from "../../support/tracker.js";

const LATE = { "flush-interval": "600000" };
const NUMBERS = Array.from({ length: 12 }, (_, n) => n);

test("each item has a key of its own, so that a click writes no more than itself; what is sent leaves none", async ({
  visit,
  page,
  site,
}) => {
  const stored = () =>
    page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith("tracktag.q.")).length);
  site.fate = () => ({ status: 503 });
  await visit({ tag: LATE });
  await track(page, ...NUMBERS);
  await flush(page);
  expect(await stored()).toBe(NUMBERS.length);
  site.fate = () => "pass";
  await flush(page);
  expect(await stored()).toBe(0);
});

test("what a page inherits stays as it was written", async ({ visit, page, site, stats }) => {
  site.fate = () => ({ status: 503 });
  await visit({ tag: LATE });
  await track(page, ...NUMBERS);
  await flush(page);
  await visit(
    {
      tag: LATE,
      head: `<script>
        window.written = [];
        const storage = new Proxy(localStorage, {
          set(target, key, value) {
            written.push(key);
            return Reflect.set(target, key, value);
          },
        });
        Object.defineProperty(window, "localStorage", { value: storage });
      </script>`,
    },
    "/second",
  );
  await expect.poll(async () => (await stats()).queued).toBe(NUMBERS.length);
  await track(page, 12);
  const written = (await page.evaluate("written")) as string[];
  // Of all events only the new one.
  expect(written.filter((key) => key.startsWith("tracktag.q."))).toHaveLength(1);
});

test("what a later page inherits keeps its order, and is inherited again where that page fails, too", async ({
  visit,
  page,
  site,
  stats,
  relay,
}) => {
  site.fate = () => ({ status: 503 });
  await visit({ tag: LATE });
  await track(page, ...NUMBERS);
  await flush(page);
  await visit({ tag: LATE }, "/second");
  await expect.poll(async () => (await stats()).queued).toBe(NUMBERS.length);
  await flush(page);
  site.fate = () => "pass";
  await visit({}, "/third");
  await expect.poll(() => numbersOf(relay.events())).toEqual(NUMBERS);
});

test("what waits takes about 1 MiB of storage at most: the rest of it is the page's", async ({
  visit,
  page,
  site,
  stats,
}) => {
  site.fate = () => ({ status: 503 });
  await visit({ tag: LATE });
  const large = "x".repeat(50_000);
  for (let n = 0; n < 30; n++)
    await push(page, [
      "track",
      n % 2 ? "custom" : "impressions:games",
      { game_ids: [{ id: "1" }], n, large },
    ]);
  await flush(page);
  const size = () => page.evaluate(() => Object.values(localStorage).join("").length);
  expect(await size()).toBeLessThan(2 ** 20 + large.length);
  expect(await size()).toBeGreaterThan(2 ** 20 - 2 * large.length);
  const { queued, dropped } = await stats();
  expect(dropped).toEqual({ overflow: 30 - queued });
  // What was seen goes before what was done.
  site.fate = () => "pass";
  await flush(page);
  const customs = site.posts.flatMap(({ envelope }) => ofType(envelope.events, "custom"));
  expect(new Set(customs.map(({ id }) => id)).size).toBe(15);
});
