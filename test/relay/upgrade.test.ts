import { once } from "node:events";
import { type AddressInfo, createServer } from "node:net";
import { expect, onTestFinished, test } from "vitest";
import { batch, numbered } from "./support/batch.js";
import { relay } from "./support/relay.js";
import { eventually } from "./support/wait.js";

/** A backend that wants to speak another protocol, and then takes what comes. */
async function upgrading() {
  let asked = 0;
  const server = createServer((socket) => {
    socket.on("error", () => {});
    socket.on("data", () => {
      asked += 1;
      if (asked > 1) socket.write("HTTP/1.1 204 No Content\r\n\r\n");
      else socket.write("HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\nConnection: Upgrade\r\n\r\n");
    });
  }).listen(0, "127.0.0.1");
  onTestFinished(() => void server.close());
  await once(server, "listening");
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, asked: () => asked };
}

test("101 is no answer: the event is tried again, and its user's others go", async () => {
  const { url, asked } = await upgrading();
  const sportradar = { url, token: "t", clientId: "c", firstRetry: 20 } as never;
  const { post, metric } = await relay({ destinations: ["sportradar"], sportradar });
  await post(batch([numbered("1"), numbered("2")]));
  await eventually(() => expect(asked()).toBe(3));
  await eventually(async () => expect(await metric('tracktag_queued{destination="sportradar"}')).toBe(0));
});
