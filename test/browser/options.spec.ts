import type { Page } from "@playwright/test";
import { stopClock } from "../support/clock.js";
import { expect, ofType, test } from "../support/fixtures.js";
import type { Site } from "../support/site.js";

const GAME = '<button class="box" id="game" data-track-game="42"></button>';
const BELOW = '<div style="height: 3000px"></div>';

test("defaults: what an event is without any option", async ({ visit, page, received, relay, messages }) => {
  await visit({
    tag: { "flush-interval": undefined, viewability: undefined, pageviews: undefined },
    body: '<button class="box" id="menu" data-track-social="share"></button>',
  });
  await page.click("#menu");
  const { event_type, user_id, data } = await received({ event_type: "clicks:social" });
  expect({ event_type, user_id, data }).toEqual({
    event_type: "clicks:social",
    user_id: null,
    data: {
      item: "share",
      position: 0,
      location: "page:default",
      page: "/",
      channel: "desktop",
      brand: new URL(page.url()).origin,
    },
  });
  await received({ event_type: "impressions:page" });
  expect(relay.batches()[0]).toMatchObject({ viewability: "mrc" });
  expect(messages).toEqual([]);
});

test("data-endpoint: events go there, also on another origin and without a preflight", async ({
  visit,
  page,
  flushed,
  relay,
  site,
}) => {
  await visit({ tag: { endpoint: `${site.otherOrigin}/t` }, body: GAME });
  await page.click("#game");
  expect(await flushed()).toHaveLength(2);
  expect(relay.batches().map(({ origin }) => origin)).toEqual(relay.batches().map(() => site.origin));
  expect(site.requests).not.toContain("OPTIONS /t");
  for (const { contentType } of site.posts) expect(contentType).toBe("text/plain;charset=UTF-8");
});

test("data-endpoint: without it the script says so, and does nothing until init", async ({
  visit,
  page,
  flushed,
  site,
  messages,
}) => {
  await visit({ tag: { endpoint: undefined }, body: GAME });
  await page.click("#game");
  await expect.poll(() => messages).toEqual([expect.stringMatching(/endpoint/)]);
  expect(await page.evaluate(() => localStorage.length)).toBe(0);
  await page.evaluate(() => window.tracktag?.push(["init", { endpoint: "/t" }]));
  expect(ofType(await flushed(), "clicks:game")).toEqual([]);
  await page.click("#game");
  expect(ofType(await flushed(), "clicks:game")).toHaveLength(1);
  expect(site.posts.length).toBeGreaterThan(0);
  expect(messages).toHaveLength(1);
});

for (const destination of ["sportradar", "wynta", "antsomi", "primedata", "neuralens"])
  test(`data-destination=${destination}: names the file that has it, and sends nothing`, async ({
    visit,
    page,
    flushed,
    messages,
  }) => {
    await visit({ tag: { destination }, body: GAME });
    await page.click("#game");
    expect(messages).toEqual([expect.stringMatching(new RegExp(`${destination}.*tracktag\\.direct\\.js`))]);
    await page.evaluate(() => window.tracktag?.push(["init", { destination: "relay" }]));
    expect(ofType(await flushed(), "clicks:game")).toEqual([]);
  });

test("data-destination=relay: is taken", async ({ visit, page, flushed, messages }) => {
  await visit({ tag: { destination: "relay" }, body: GAME });
  await page.click("#game");
  expect(await flushed()).toHaveLength(2);
  expect(messages).toEqual([]);
});

const CONTEXT: [option: string, value: string, event: object][] = [
  ["user-id", "520535", { user_id: "520535" }],
  ["brand", "Northbet", { data: { brand: "Northbet" } }],
  ["channel", "ios", { data: { channel: "ios" } }],
  ["page", "/home", { data: { page: "/home" } }],
  ["location", "lobby:top", { data: { location: "lobby:top" } }],
];

for (const [option, value, event] of CONTEXT)
  test(`data-${option}=${value}: on impressions, clicks and events of one's own`, async ({
    visit,
    page,
    flushed,
    messages,
  }) => {
    await visit({ tag: { [option]: value }, body: GAME });
    await page.click("#game");
    await page.evaluate(() => window.tracktag?.push(["track", "custom", { of: "one's own" }]));
    expect(await flushed()).toMatchObject([event, event, event]);
    expect(messages).toEqual([]);
  });

test("data-flush-interval: the time from the first queued event to its flush", async ({
  visit,
  page,
  site,
}) => {
  await stopClock(page);
  await visit({ tag: { "flush-interval": "700" }, body: BELOW });
  await page.evaluate(() => window.tracktag?.push(["track", "custom", { n: 1 }]));
  await page.clock.runFor(600);
  await page.evaluate(() => window.tracktag?.push(["track", "custom", { n: 2 }]));
  await page.clock.runFor(99);
  expect(site.posts).toEqual([]);
  await page.clock.runFor(1);
  await expect
    .poll(() => site.posts.map(({ envelope }) => envelope.events.map(({ data }) => data.n)))
    .toEqual([[1, 2]]);
});

test("data-flush-interval: 2000 ms by default", async ({ visit, page, site }) => {
  await stopClock(page);
  await visit({ tag: { "flush-interval": undefined } });
  await page.evaluate(() => window.tracktag?.push(["track", "custom"]));
  await page.clock.runFor(1999);
  expect(site.posts).toEqual([]);
  await page.clock.runFor(1);
  await expect.poll(() => site.posts.length).toBe(1);
});

test("data-viewability: is the rule, and the envelope names it", async ({ visit, seen, relay }) => {
  const half = '<div class="box" data-track-game="42" style="position: absolute; top: -49px"></div>';
  await visit({ tag: { viewability: "0.6/10" }, body: half });
  expect(await seen()).toEqual([]);
  expect(relay.batches()[0]?.viewability).toBe("0.6/10");
  await visit({ tag: { viewability: "0.4/10" }, body: half });
  expect(await seen()).toHaveLength(1);
});

test("data-lobby: a number is taken, far elements or none", async ({ visit, seen, messages }) => {
  for (const lobby of ["0", "1", "1500"]) {
    await visit({ tag: { lobby }, body: `${GAME}${BELOW}<p class="box" data-track-game="far"></p>` });
    await seen();
  }
  expect(messages).toEqual([]);
});

test("data-untrusted: clicks made by script count where it is present, else not", async ({
  visit,
  page,
  flushed,
}) => {
  const click = () => page.evaluate(() => document.getElementById("game")?.click());
  await visit({ body: GAME });
  await click();
  expect(ofType(await flushed(), "clicks:game")).toEqual([]);
  await visit({ tag: { untrusted: "" }, body: GAME });
  await click();
  expect(ofType(await flushed(), "clicks:game")).toHaveLength(1);
});

test.describe("data-debug", () => {
  const INSPECTOR = "GET /assets/tracktag.inspector.js";

  const load = async ({ page, site }: { page: Page; site: Site }, attributes: string, query = "") => {
    const logged: string[] = [];
    page.on("console", (message) => message.type() === "log" && logged.push(message.text()));
    site.file("/assets/tracktag.inspector.js", "window.inspected = true");
    site.file(
      "/",
      `<body><script src="/assets/tracktag.js" data-endpoint="/t" data-flush-interval="50" ${attributes}></script>`,
    );
    await page.goto(`/${query}`);
    return logged;
  };

  test.beforeEach(async ({ site, relay }) => {
    const script = await fetch(`${relay.url}/tracktag.js`);
    site.file("/assets/tracktag.js", await script.text());
  });

  for (const [title, attributes, query] of [
    ["data-debug: logs, and loads the inspector from the script's own folder", "data-debug", ""],
    ["?tracktag=inspect: does the same", "", "?a=1&tracktag=inspect"],
  ] as const)
    test(title, async ({ page, site, flushed }) => {
      const logged = await load({ page, site }, attributes, query);
      await flushed();
      await expect.poll(() => page.evaluate(() => "inspected" in window)).toBe(true);
      expect(site.requests).toContain(INSPECTOR);
      expect(logged.join()).toMatch(/captured/);
    });

  test("without it nothing is logged or loaded", async ({ page, site, flushed }) => {
    const logged = await load({ page, site }, "", "?tracktag=inspected");
    await flushed();
    expect(site.requests).not.toContain(INSPECTOR);
    expect(logged).toEqual([]);
  });
});
