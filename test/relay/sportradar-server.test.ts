import { describe, expect, test } from "vitest";
import { EVENT_TYPES } from "../../demo/backends/sportradar.schema.js";
import { CATALOG } from "../../src/catalog.js";
import { post } from "./support/http.js";
import { CLIENT_ID, sportradarServer, TOKEN } from "./support/relay.js";

const HEADERS = {
  authorization: `Bearer ${TOKEN}`,
  "x-vaix-client-id": CLIENT_ID,
  "content-type": "application/json",
};

const place = { location: "widget:recommended", page: "/home" };
const user_id = "654321";

/** The examples of the API's document, one for each type that it describes. */
const EXAMPLES: Record<string, { data?: Record<string, unknown>; user_id?: string }> = {
  "add:casino_game": {
    data: {
      game_id: "123456",
      game_name: "Hall Of Gods",
      category: "slots",
      provider: "GameStudioX",
      enabled: "true",
    },
  },
  "clicks:event": { user_id, data: { event_id: "1018561959", position: 0, ...place } },
  "clicks:outcome": {
    user_id,
    data: { event_id: "1018561957", outcome_id: "3086187161", position: 1, ...place },
  },
  "clicks:sport": { user_id, data: { sport_id: "1000093190", position: 1, ...place } },
  "clicks:league": { user_id, data: { league_id: "1000093652", position: 1, ...place } },
  "clicks:combination": {
    user_id,
    data: {
      selections: [
        { id: "123", event_id: "001234" },
        { id: "124", event_id: "001238" },
      ],
      ...place,
    },
  },
  "clicks:menu-item": { user_id, data: { menu: "recommendations", item: "trending", ...place } },
  "clicks:social": { user_id, data: { item: "open-sharing-dialog", ...place } },
  "clicks:game": {
    user_id,
    data: {
      game_id: "HallOfGods",
      page: "CategoryPageJackpots",
      position: "3",
      location: "swim_lane:recommended",
    },
  },
  "impressions:events": { user_id, data: { events: [{ id: 21161819 }, { id: 21161822 }], ...place } },
  "impressions:leagues": { user_id, data: { leagues: [{ id: 18265893 }, { id: 2969 }], ...place } },
  "impressions:sports": { user_id, data: { sports: [{ id: "23204141" }, { id: "23390907" }], ...place } },
  "impressions:games": {
    user_id,
    data: {
      channel: "Desktop",
      game_ids: [{ id: "TigerEmperor" }, { id: "NarcosMexico" }],
      page: "CategoryPageSlots",
      location: "swim_lane",
    },
  },
  "engagement:add_bet": {
    user_id,
    data: { event_id: "1018642410", selection_id: "1018632560", position: 1, ...place },
  },
  "engagement:place_ticket": { user_id, data: { selections: [{ id: "3086198780" }], position: 1, ...place } },
  "users:login": { user_id },
  "impressions:page": {
    user_id,
    data: {
      user: user_id,
      previous_location: "http://localhost:3000/#home",
      location: "http://localhost:3000/#in-play",
    },
  },
  "impressions:widget": { user_id, data: { user: user_id, location: "http://localhost:3000/#home" } },
};

/** What an example holds beyond what its type needs. */
const OPTIONAL = ["position", "channel", "category", "provider", "enabled"];

const examples = Object.entries(EXAMPLES).map(([event_type, rest]) => ({ event_type, ...rest }));

describe("the stand-in takes", () => {
  test.each(examples)("the document's example of $event_type", async (example) => {
    const { url, accepted } = await sportradarServer();
    const reply = await post(url, example, HEADERS);
    expect([reply.status, reply.text]).toEqual([204, ""]);
    expect(accepted).toMatchObject([{ status: 204, event: example }]);
  });

  test("null for a visitor who is not known, and numbers and texts as ids of events", async () => {
    const { url } = await sportradarServer();
    const example = {
      event_type: "impressions:events",
      user_id: null,
      data: { events: [{ id: 1 }, { id: "a" }], ...place },
    };
    expect((await post(url, example, HEADERS)).status).toBe(204);
  });

  test("every type that tracktag knows, and no other is in its list", () => {
    expect([...EVENT_TYPES].sort()).toEqual([...CATALOG.keys()].sort());
  });
});

describe("the stand-in refuses with 422", () => {
  const incomplete = examples.flatMap(({ data = {}, ...example }) =>
    Object.keys(data)
      .filter((name) => !OPTIONAL.includes(name))
      .map((name) => {
        const { [name]: _, ...rest } = data;
        return { ...example, name, body: { ...example, data: rest } };
      }),
  );

  test.each(incomplete)("$event_type without $name", async ({ body, name }) => {
    const { url, accepted, refused } = await sportradarServer();
    const reply = await post(url, body, HEADERS);
    expect(reply.status).toBe(422);
    expect(JSON.stringify(reply.json())).toContain(`'${name}'`);
    expect([accepted.length, refused.length]).toEqual([0, 1]);
  });

  const example = { event_type: "clicks:event", ...EXAMPLES["clicks:event"] };
  const impression = { event_type: "impressions:games", ...EXAMPLES["impressions:games"] };

  test.each<[string, unknown]>([
    ["a type that is not in the list", { ...example, event_type: "clicks:nothing" }],
    ["no type", { ...example, event_type: undefined }],
    ["a further member", { ...example, id: "x" }],
    ["no user", { ...example, user_id: undefined }],
    ["an empty user", { ...example, user_id: "" }],
    ["a user that is a number", { ...example, user_id: 5 }],
    ["no data", { ...example, data: undefined }],
    ["data that is a list", { ...example, data: [] }],
    ["an id that is a number", { ...example, data: { ...example.data, event_id: 5 } }],
    ["an empty page", { ...example, data: { ...example.data, page: "" } }],
    ["a position that is none", { ...example, data: { ...example.data, position: "first" } }],
    ["an empty list", { ...impression, data: { ...impression.data, game_ids: [] } }],
    ["a list of texts", { ...impression, data: { ...impression.data, game_ids: ["a"] } }],
    ["a list", [example]],
  ])("%s", async (_, body) => {
    const { url } = await sportradarServer();
    expect((await post(url, body, HEADERS)).status).toBe(422);
  });
});

describe("the stand-in answers", () => {
  const example = { event_type: "users:login", user_id };

  test.each<[number, string, Record<string, string>, unknown]>([
    [401, "no token", { authorization: "" }, example],
    [401, "a wrong token", { authorization: "Bearer x" }, example],
    [400, "no client", { "x-vaix-client-id": "" }, example],
    [403, "another client", { "x-vaix-client-id": "x" }, example],
    [400, "an unknown authentication method", { "x-vaix-authentication-method": "basic" }, example],
    [400, "another type of body", { "content-type": "text/plain" }, example],
    [406, "a client that takes no JSON", { accept: "text/html" }, example],
    [400, "a body that is not JSON", {}, "{"],
    [413, "a body of two megabytes", {}, { ...example, data: { pad: "x".repeat(2_000_000) } }],
  ])("%i to %s", async (status, _, headers, body) => {
    const { url, refused } = await sportradarServer();
    const reply = await post(url, body, { ...HEADERS, ...headers });
    expect(reply.status).toBe(status);
    expect(Object.keys(reply.json() as object)).toEqual(
      [413, 406].includes(status) ? ["errors"] : ["error", "status"],
    );
    expect(refused).toMatchObject([{ status }]);
  });

  test("as scripted, so many times and to the events that are meant", async () => {
    const { url, script } = await sportradarServer();
    script({
      fault: { status: 425, headers: { "retry-after": "7" } },
      times: 2,
      when: (event) => event.user_id === "1",
    });
    const statusFor = async (user: string) =>
      (await post(url, { ...example, user_id: user }, HEADERS)).status;
    expect([await statusFor("2"), await statusFor("1"), await statusFor("1"), await statusFor("1")]).toEqual([
      204, 425, 425, 204,
    ]);
  });
});
