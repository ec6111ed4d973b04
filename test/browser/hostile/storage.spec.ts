import { expect, ofType, test } from "../../support/fixtures.js";
import { flush, track } from "../../support/tracker.js";

const BODY = '<button class="box" id="x" data-track-event="1018561959">x</button>';
const LATE = { "flush-interval": "600000" };

/** To the last character. */
const FULL = `for (let size = 2 ** 22; size >= 1; size /= 2)
  try { for (let n = 0; ; n++) localStorage["filler-" + size + "-" + n] = "x".repeat(size) } catch {}`;

const STORAGES: [title: string, script: string][] = [
  [
    "throws on sight (cookies are blocked)",
    "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('denied', 'SecurityError') } })",
  ],
  ["is null", "Object.defineProperty(window, 'localStorage', { value: null })"],
  ["is full", FULL],
  [
    "can neither be read nor written",
    "Object.defineProperty(window, 'localStorage', { value: new Proxy({}, { get() { throw new Error('read') }, set() { throw new Error('write') } }) })",
  ],
];

for (const [title, script] of STORAGES)
  test(`storage that ${title}: all of it works from memory`, async ({
    visit,
    page,
    site,
    flushed,
    relay,
  }) => {
    await visit({ tag: { repeat: "session", ...LATE }, head: `<script>${script}</script>`, body: BODY });
    await page.click("#x");
    site.fate = (_, index) => (index === 0 ? { status: 503 } : "pass");
    await flush(page);
    await flush(page);
    await track(page, 1);
    const types = (await flushed()).map(({ event_type }) => event_type);
    expect(types).toEqual(["impressions:events", "clicks:event", "custom"]);
    expect(new Set(relay.batches().map(({ session_id }) => session_id)).size).toBe(1);
  });

const NONSENSE = [
  "",
  "{",
  "null",
  "7",
  '"text"',
  "[]",
  "{}",
  '{"record":null}',
  '{"record":{}}',
  '{"record":{"id":"x"}}',
  '{"seen":7,"last":"x","visit":null}',
];

test.describe(() => {
  // What it finds may look like an event: then the relay refuses it.
  test.use({ rejections: null });

  test("storage that holds nonsense under the script's keys: it starts anew, and leaves others' keys alone", async ({
    visit,
    page,
    flushed,
    relay,
  }) => {
    await visit({ tag: LATE });
    await track(page, 1);
    await flush(page);
    await track(page, 2);
    // The visitor's key, and one of an event that is queued.
    const keys = await page.evaluate(() => Object.keys(localStorage));
    expect(keys.length).toBeGreaterThan(1);
    for (const nonsense of NONSENSE) {
      await visit({ tag: null }, "/empty");
      await page.evaluate(
        ([keys, nonsense]) => {
          for (const key of [...keys, ...keys.map((key) => `${key}x`), "the-site's-own"])
            localStorage.setItem(key, nonsense);
        },
        [keys, nonsense] as const,
      );
      await visit({ tag: { repeat: "session" }, body: BODY }, "/next");
      await page.click("#x");
      await flushed();
      const { session_id, anonymous_id } = relay.batches().at(-1) ?? {};
      for (const id of [session_id, anonymous_id]) expect(id, nonsense).toMatch(/^[0-9a-f-]{36}$/);
      expect(await page.evaluate(() => localStorage.getItem("the-site's-own"))).toBe(nonsense);
    }
    expect(ofType(relay.events(), "clicks:event")).toHaveLength(NONSENSE.length);
  });
});

test("a stored queue that others have written into: what is left of it is sent once", async ({
  visit,
  page,
  site,
  flushed,
  stats,
}) => {
  await visit({ tag: LATE });
  site.fate = () => ({ status: 503 });
  await track(page, 1);
  await flush(page);
  await visit({ tag: null }, "/empty");
  const spoiled = await page.evaluate(() => {
    const key = Object.keys(localStorage).find((key) => key.startsWith("tracktag.q.")) ?? "";
    const event = JSON.parse(localStorage.getItem(key) ?? "{}");
    [null, 7, "text", {}, [], { ...event, id: crypto.randomUUID() }].forEach((value, index) => {
      localStorage.setItem(key.replace(/.$/, `-${index}`), JSON.stringify(value));
      localStorage.setItem(`${key}${index}`, "{");
    });
    return event.event_type;
  });
  expect(spoiled).toBe("custom");
  site.fate = () => "pass";
  await visit({ tag: LATE }, "/next");
  await expect.poll(async () => (await stats()).queued).toBe(2);
  const ids = ofType(await flushed(), "custom").map(({ id }) => id);
  expect(ids).toHaveLength(2);
  expect(new Set(ids).size).toBe(2);
  const left = "Object.keys(localStorage).filter((key) => key.startsWith('tracktag.q.'))";
  await expect.poll(() => page.evaluate(left)).toEqual([]);
});

test("storage that is full, and a page that is left after a failure: what no later page would find goes now", async ({
  visit,
  page,
  site,
  received,
}) => {
  await visit({ tag: LATE, head: `<script>${FULL}</script>` });
  site.fate = (_, index) => (index === 0 ? { status: 503, headers: { "Retry-After": "3600" } } : "pass");
  await track(page, 1);
  await flush(page);
  site.page("/next", { tag: null });
  await page.goto("/next");
  await received({ data: { n: 1 } });
});
