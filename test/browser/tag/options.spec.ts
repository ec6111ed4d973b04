import { expect, ofType, test } from "../../support/fixtures.js";
import { push } from "../../support/tracker.js";

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
  await push(page, ["init", { endpoint: "/t" }]);
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
    await push(page, ["init", { destination: "relay" }]);
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
    await push(page, ["track", "custom", { of: "one's own" }]);
    expect(await flushed()).toMatchObject([event, event, event]);
    expect(messages).toEqual([]);
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

test("data-untrusted: clicks made by script count where it is present and not false, else not", async ({
  visit,
  page,
  flushed,
  messages,
}) => {
  const click = () => page.evaluate(() => document.getElementById("game")?.click());
  await visit({ body: GAME });
  await click();
  expect(ofType(await flushed(), "clicks:game")).toEqual([]);
  await visit({ tag: { untrusted: "false" }, body: GAME });
  await click();
  expect(ofType(await flushed(), "clicks:game")).toEqual([]);
  for (const [index, untrusted] of ["", "true", "1", "untrusted"].entries()) {
    await visit({ tag: { untrusted }, body: GAME });
    await click();
    expect(ofType(await flushed(), "clicks:game")).toHaveLength(index + 1);
  }
  expect(messages).toEqual([]);
});
