import { examples } from "../support/examples.js";
import { expect, ofType, test } from "../support/fixtures.js";

/** Each example of the README and of `docs/`, as it stands there. */
const example = (name: string): string => {
  const code = examples.get(name);
  if (!code) throw new Error(`there is no example "${name}"`);
  return code;
};

test("README: the tag, an annotated match, and the event that a click makes", async ({
  page,
  site,
  relay: _,
  received,
}) => {
  site.page("/", { tag: null, body: example("annotate"), head: example("tag") });
  await page.goto("/");
  await page.getByText("1.85").click();
  const { event_type, user_id, data } = await received({ event_type: "clicks:outcome" });
  const expected = JSON.parse(example("received"));
  expected.data.brand = site.origin;
  expect({ event_type, user_id, data }).toEqual(expected);
  const { timestamp } = await received({
    event_type: "impressions:events",
    data: { events: [{ id: 1018561957 }] },
  });
  expect(timestamp <= (await received({ event_type: "clicks:outcome" })).timestamp).toBe(true);
});

test("README: commands before the script has loaded", async ({ visit, received, relay }) => {
  await visit({ head: example("commands") });
  await received({ event_type: "users:login", user_id: "520535" });
  await expect
    .poll(() => relay.batches().flatMap(({ identify }) => identify ?? []))
    .toMatchObject([{ user_id: "520535", traits: { tier: "gold" }, unset_traits: [] }]);
});

test("docs/attributes: entities", async ({ visit, page, received }) => {
  await visit({ body: example("entities") });
  const location = "top-leagues:default";
  await received({
    event_type: "impressions:leagues",
    data: { leagues: [{ id: 18265893 }, { id: 2969 }], location },
  });
  await received({ event_type: "impressions:widget", data: { widget: "top-leagues" } });
  await page.getByText("LaLiga").click();
  await received({ event_type: "clicks:league", data: { league_id: "2969", position: 1, location } });
});

test("docs/attributes: star", async ({ visit, page, flushed }) => {
  await visit({ body: example("star") });
  await page.getByText("★").click();
  await page.getByText("Arsenal").click();
  expect(ofType(await flushed(), "clicks:event")).toHaveLength(1);
});

test("docs/attributes: actions", async ({ visit, page, received }) => {
  await visit({ body: example("actions") });
  for (const name of ["Live", "1.85", "Add", "Share", "Take both"])
    await page.getByRole("button", { name }).click();
  await received({ event_type: "clicks:menu-item", data: { menu: "main", item: "live" } });
  await received({
    event_type: "clicks:outcome",
    data: { event_id: "1018561957", outcome_id: "3086187161" },
  });
  await received({
    event_type: "engagement:add_bet",
    data: { event_id: "1018561957", selection_id: "3086187161" },
  });
  await received({ event_type: "clicks:social", data: { item: "open-sharing-dialog" } });
  const selections = [
    { id: "123", event_id: "001234" },
    { id: "124", event_id: "001238" },
  ];
  await received({ event_type: "clicks:combination", data: { selections } });
});

test("docs/attributes: a bet slip", async ({ visit, page, received }) => {
  await visit({ body: example("slip") });
  await page.getByRole("button").click();
  const selections = [
    { id: "3086187161", event_id: "1018561957" },
    { id: "3086198780", event_id: "1018642410" },
  ];
  await received({
    event_type: "engagement:place_ticket",
    data: { selections, location: "betslip:default" },
  });
});

test("docs/attributes: an event of one's own", async ({ visit, page, received }) => {
  await visit({ body: example("custom") });
  await page.getByRole("button").click();
  await received({ event_type: "custom", data: { name: "help-opened" } });
});

test("docs/events: track", async ({ visit, page, received, messages, flushed }) => {
  await visit({});
  await page.waitForFunction(() => !Array.isArray(window.tracktag ?? []));
  await page.evaluate(example("track"));
  await received({ event_type: "impressions:sports", data: { sports: [{ id: "1000093190" }] } });
  await received({ event_type: "add:casino_game", data: { game_id: "123456", game_name: "Hall Of Gods" } });
  expect(ofType(await flushed(), "custom")).toEqual([]);
  expect(messages).toEqual([]);
});
