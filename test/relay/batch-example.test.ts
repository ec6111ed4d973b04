import { expect, test } from "vitest";
import { examples } from "../support/examples.js";
import { wyntaServer } from "./support/backends.js";
import { post as send } from "./support/http.js";
import { relay } from "./support/relay.js";
import { eventually } from "./support/wait.js";

const example = (name: string) => JSON.parse(examples.get(name) ?? "");

test("the batch of the guide, posted by a server, is answered as it says, and reaches a backend", async () => {
  const wynta = await wyntaServer();
  const { url } = await relay(wynta.options());
  const reply = await send(`${url}/t`, example("batch"), { "content-type": "application/json" });
  expect([reply.status, reply.json()]).toEqual([202, example("batch-answer")]);
  await eventually(() => expect(wynta.exchanges.map(({ status }) => status)).toHaveLength(2));
  expect(wynta.exchanges.map(({ path }) => path)).toEqual(["/v1/events/identify", "/v1/events/track"]);
  expect(wynta.exchanges[1]?.body).toMatchObject({ events: [{ user_id: "520535", platform: "ios" }] });
});
