import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { EVENT_TYPES } from "../../src/destinations/event-types.js";
import { batch } from "../relay/support/batch.js";
import { post } from "../relay/support/http.js";
import { CLIENT_ID, relay, TOKEN } from "../relay/support/relay.js";
import { sample } from "../relay/support/samples.js";
import { eventually } from "../relay/support/wait.js";
import { type Prism, startPrism } from "./prism.js";

let prism: Prism;
beforeAll(async () => {
  prism = await startPrism("sportradar.openapi.yaml");
}, 60_000);
afterAll(() => prism?.close());

const address = () => `${prism.url}/api/tracker/events`;

/** What Prism finds from now on. */
function since() {
  const [answers, violations] = [prism.answers().length, prism.violations().length];
  return () => ({
    answers: prism.answers().slice(answers),
    violations: prism.violations().slice(violations),
  });
}

describe.each<[string, object]>([
  ["with what it needs", {}],
  ["with all that it can be told", { authenticationMethod: "iam", times: true }],
])("a relay %s sends as the document has it", (_, settings) => {
  test.each([...EVENT_TYPES.keys()])("%s, with a user and without", async (type) => {
    const sportradar = { url: address(), token: TOKEN, clientId: CLIENT_ID, ...settings };
    const { post, metric } = await relay({ destinations: ["sportradar"], sportradar });
    const found = since();
    const headers = { origin: "https://a.example", "user-agent": "Mozilla/5.0 (of a visitor)" };
    await post(batch([sample(type), sample(type, { user_id: null })]), { ...headers, host: "a.example" });
    await eventually(() => expect(found()).toEqual({ answers: [204, 204], violations: [] }));
    await eventually(async () =>
      expect(await metric('tracktag_sent_total{destination="sportradar"}')).toBe(2),
    );
  });
});

describe("Prism finds what is wrong:", () => {
  const event = { event_type: "users:login", user_id: "520535", data: {} };
  const authorization = { authorization: `Bearer ${TOKEN}` };
  const client = { "x-vaix-client-id": CLIENT_ID };

  test.each<[string, number, object, object, RegExp]>([
    ["no token", 401, client, event, /security scheme/],
    ["no client", 422, authorization, event, /x-vaix-client-id/],
    ["an unknown type", 422, { ...authorization, ...client }, { ...event, event_type: "x" }, /event_type/],
    ["a user that is a number", 422, { ...authorization, ...client }, { ...event, user_id: 5 }, /user_id/],
    ["data that is a list", 422, { ...authorization, ...client }, { ...event, data: [] }, /data/],
    ["a further member", 422, { ...authorization, ...client }, { ...event, id: "1" }, /additional/],
  ])("%s", async (_, status, headers, body, message) => {
    const found = since();
    const reply = await post(address(), body, { ...headers, "content-type": "application/json" });
    expect(reply.status).toBe(status);
    await eventually(() =>
      expect(found()).toEqual({ answers: [status], violations: [expect.stringMatching(message)] }),
    );
  });
});
