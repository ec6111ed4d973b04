import type { Tracker } from "../../../src/tracker.js";
import { expect, ofType, test } from "../../support/fixtures.js";
import { push } from "../../support/tracker.js";

/** Values that do not parse, by option. Free texts, and options whose presence is enough, have none. */
const WRONG: Record<string, string> = {
  destination: "sportsradar",
  "user-id": "x".repeat(257),
  channel: "web",
  "flush-interval": "soon",
  viewability: "50/1000",
  repeat: "never",
  pageviews: "on",
  anonymous: "maybe",
  consent: "yes",
  respect: "gdpr",
  lobby: "many",
};

const ALSO_WRONG: [option: string, value: string][] = [
  ["channel", "iOS"],
  ["flush-interval", "-1"],
  ["flush-interval", "2.5s"],
  ["viewability", "0.5"],
  ["viewability", "1.5/1000"],
  ["viewability", "mrc/1000"],
  ["viewability", "0.5/soon"],
  ["respect", "gpc,tcf"],
  ["lobby", "-1"],
];

/** How a message may name the option: as on the tag, or as in `init`. */
const naming = (option: string) => expect.stringMatching(new RegExp(option.replace("-", "-?"), "i"));

const BODY = '<button class="box" id="game" data-track-game="42"></button>';

for (const [option, value] of Object.entries(WRONG))
  test(`data-${option}="${value.slice(0, 20)}" is reported once, by name, and harms nothing else`, async ({
    visit,
    page,
    flushed,
    messages,
  }) => {
    const good = { "user-id": "520535", brand: "Northbet", page: "/home", location: "lobby:top" };
    await visit({ tag: { ...good, [option]: value }, body: BODY });
    await page.click("#game");
    const data = { brand: "Northbet", page: "/home", location: "lobby:top", channel: "desktop" };
    const event = { user_id: option === "user-id" ? null : "520535", data };
    expect(await flushed()).toEqual(
      expect.arrayContaining([
        expect.objectContaining({
          event_type: "clicks:game",
          ...event,
          data: expect.objectContaining(data),
        }),
      ]),
    );
    expect(messages).toEqual([naming(option)]);
  });

test("data-endpoint that is no URL is reported once, and counts as none", async ({
  visit,
  page,
  flushed,
  messages,
}) => {
  await visit({ tag: { endpoint: "http://[" }, body: BODY });
  await page.click("#game");
  expect(messages.filter((text) => /endpoint/.test(text)).length).toBeGreaterThan(0);
  await push(page, ["init", { endpoint: "/t" }]);
  expect(ofType(await flushed(), "clicks:game")).toEqual([]);
});

test("values that nearly parse are reported as well", async ({ visit, messages }) => {
  for (const [option, value] of ALSO_WRONG) {
    messages.length = 0;
    await visit({ tag: { [option]: value } });
    expect(messages, value).toEqual([naming(option)]);
  }
});

test("all wrong at once: one message each, and every default holds", async ({
  visit,
  page,
  received,
  relay,
  messages,
}) => {
  await visit({ tag: WRONG, body: BODY });
  await page.click("#game");
  await received({ event_type: "clicks:game", user_id: null, data: { channel: "desktop" } });
  await received({ event_type: "impressions:page" });
  expect(relay.batches()[0]).toMatchObject({ viewability: "mrc" });
  expect(messages).toHaveLength(Object.keys(WRONG).length);
  for (const option of Object.keys(WRONG)) expect(messages).toContainEqual(naming(option));
});

test("init: a value of a wrong type is reported once, by name, and harms nothing else", async ({
  visit,
  page,
  flushed,
  messages,
}) => {
  await visit({ tag: { endpoint: undefined, page: "/home" }, body: BODY });
  messages.length = 0;
  await page.evaluate(() => {
    const wrong = { brand: {}, location: {}, userId: {}, flushInterval: Number.NaN, viewability: 0.5 };
    (window.tracktag as Tracker).push(["init", { endpoint: "/t", ...wrong }]);
  });
  await page.click("#game");
  const data = { page: "/home", location: "page:default", brand: new URL(page.url()).origin };
  expect(await flushed()).toContainEqual(
    expect.objectContaining({
      event_type: "clicks:game",
      user_id: null,
      data: expect.objectContaining(data),
    }),
  );
  for (const option of ["brand", "location", "userId", "flushInterval", "viewability"])
    expect(
      messages.filter((text) => text.includes(option)),
      option,
    ).toHaveLength(1);
  expect(messages).toHaveLength(5);
});

test("attributes that are nobody's option are left alone", async ({ visit, flushed, messages }) => {
  await visit({ tag: { cfasync: "false", "main-entry": "x", options: "{}", constructor: "x" } });
  expect(await flushed()).toEqual([]);
  expect(messages).toEqual([]);
});
