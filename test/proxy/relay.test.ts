import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, expect, test } from "vitest";
import { batch, event } from "../relay/support/batch.js";
import { relay, temporaryFolder } from "../relay/support/relay.js";
import { examples } from "../support/examples.js";
import { ensure } from "./support/programs.js";
import { running } from "./support/proxies.js";
import { replaced, startNginx } from "./support/recipes.js";

beforeAll(() => ensure(["nginx"]), 600_000);

/** nginx with the example of the guide before a relay. */
async function behindNginx(path: string) {
  const folder = temporaryFolder();
  const socket = join(folder, "socket");
  const { url } = await relay({ trustProxy: true });
  const file = join(folder, "site.conf");
  const changes: [string, string][] = [
    ["listen 80;", `listen unix:${socket};`],
    ["http://127.0.0.1:8787", url],
  ];
  writeFileSync(file, replaced(examples.get("relay-nginx") ?? "", changes));
  return running("nginx", startNginx(file, folder), socket, path);
}

const POST = { method: "POST", body: JSON.stringify(batch([event()])) };
const headers = (origin: string) => ({ "content-type": "text/plain", origin });

test("behind nginx, pages of the same host may post, and no others", async () => {
  const ask = await behindNginx("/t");
  const { status } = await ask({ ...POST, headers: headers("http://www.operator.example") });
  expect(status).toBe(202);
  expect((await ask({ ...POST, headers: headers("http://elsewhere.example") })).status).toBe(403);
});

test("behind nginx, the script is served, and the metrics are not", async () => {
  expect((await (await behindNginx("/metrics"))({})).status).toBe(404);
  expect((await (await behindNginx("/tracktag.js"))({})).headers.server).toContain("nginx");
});
