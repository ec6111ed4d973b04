import { readFile } from "node:fs/promises";
import { expect, ofType, test } from "../../support/fixtures.js";
import { SCRIPTS } from "../../support/relay.js";
import { push } from "../../support/tracker.js";

const BODY = '<button class="box" id="x" data-track-game="1">x</button>';

test("as a module its tag is found by script[data-endpoint], for there is no currentScript", async ({
  visit,
  page,
  flushed,
  messages,
}) => {
  await visit({
    tag: null,
    body: `${BODY}<script type="module" src="/tracktag.js" data-endpoint="/t" data-viewability="any" data-brand="Module"></script>`,
  });
  await page.click("#x");
  expect(ofType(await flushed(), "clicks:game")).toMatchObject([{ data: { brand: "Module" } }]);
  expect(messages).toEqual([]);
});

test("run by a tag manager without a tag, it waits for init", async ({
  visit,
  page,
  flushed,
  site,
  messages,
  relay,
}) => {
  const source = await (await fetch(`${relay.url}/tracktag.js`)).text();
  await visit({ tag: null, body: BODY });
  // A tag manager runs scripts in a function of its own: no element belongs to them.
  await page.evaluate(
    (source) => setTimeout(new Function(`${source}\n//# sourceURL=${location.origin}/tracktag.js`)),
    source,
  );
  await page.waitForFunction(() => window.tracktag && !Array.isArray(window.tracktag));
  await page.click("#x");
  expect(messages).toEqual([expect.stringMatching(/init|endpoint/)]);
  await push(page, ["init", { endpoint: "/t", viewability: "any" }]);
  expect(ofType(await flushed(), "clicks:game")).toEqual([]);
  await page.click("#x");
  expect(ofType(await flushed(), "clicks:game")).toHaveLength(1);
  expect(site.posts.length).toBeGreaterThan(0);
});

test("an init that was pushed before the load starts a script without a tag", async ({
  visit,
  page,
  flushed,
  messages,
}) => {
  await visit({
    tag: null,
    head: `<script>(window.tracktag ||= []).push(["track", "custom", { n: 1 }], ["init", { endpoint: "/t", brand: "Early" }])</script>
      <script async src="/tracktag.js"></script>`,
    body: BODY,
  });
  await page.click("#x");
  const events = await flushed();
  expect(ofType(events, "clicks:game")).toMatchObject([{ data: { brand: "Early" } }]);
  expect(ofType(events, "custom")).toMatchObject([{ data: { brand: "Early", n: 1 } }]);
  expect(messages).toEqual([]);
});

test("loaded twice, the second does nothing", async ({ visit, page, seen, flushed, messages }) => {
  await visit({
    tag: { pageviews: "auto", brand: "First" },
    body: `${BODY}<script defer src="/tracktag.js?second" data-endpoint="/t" data-brand="Second" data-viewability="any"></script>`,
  });
  await page.addScriptTag({ url: "/tracktag.js?third" });
  await page.click("#x");
  await seen();
  const events = await flushed();
  expect(events.map(({ event_type }) => event_type).sort()).toEqual([
    "clicks:game",
    "impressions:games",
    "impressions:page",
  ]);
  expect(new Set(events.map(({ data }) => data.brand)).size).toBe(1);
  expect(messages).toEqual([]);
});

test("the ESM build: createTracker(options) is a tracker of its own, without a global", async ({
  visit,
  page,
  site,
  received,
  relay,
  messages,
}) => {
  site.file("/index.js", await readFile(`${SCRIPTS}/index.js`, "utf8"));
  await visit({ tag: null, body: BODY });
  await page.evaluate(async () => {
    const url = "/index.js";
    const { createTracker } = (await import(url)) as typeof import("../../../src/module.js");
    const options = { endpoint: "/t", viewability: "any", pageviews: "off", flushInterval: 50 } as const;
    const [first, second] = ["First", "Second"].map((brand) => createTracker({ ...options, brand }));
    Object.assign(window, { first, second });
  });
  await page.click("#x");
  for (const brand of ["First", "Second"])
    for (const event_type of ["impressions:games", "clicks:game"])
      await received({ event_type, data: { brand } });
  expect(relay.events()).toHaveLength(4);
  expect(await page.evaluate(() => "tracktag" in window)).toBe(false);
  const stop = (name: string) => page.evaluate(`${name}.stop()`);
  await stop("first");
  await page.click("#x");
  await stop("second");
  await expect
    .poll(() =>
      ofType(relay.events(), "clicks:game")
        .map(({ data }) => data.brand)
        .sort(),
    )
    .toEqual(["First", "Second", "Second"]);
  expect(messages).toEqual([]);
});
