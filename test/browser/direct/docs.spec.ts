import { BACKENDS } from "../../../src/direct/backends.js";
import { expect, NAMES, ROWS, SCRIPT, test } from "../../support/direct.js";
import { examples } from "../../support/examples.js";

test("docs/destinations: the tag with credentials", async ({ start, site, page, relay: _, baseURL }) => {
  const { tag, taken } = await start("sportradar");
  const example = examples.get("direct") ?? "";
  const head = example
    .replace("TOKEN", tag.token as string)
    .replace("data-token", `data-endpoint="${tag.endpoint}" data-token`);
  site.page("/", { tag: null, head });
  await page.goto(`${baseURL}`);
  await expect.poll(taken).toBe(1);
});

test("docs/destinations: the tag with a proxy", async ({ start, site, page, relay: _ }) => {
  const { url, taken } = await start("sportradar");
  const headers = { authorization: "Bearer secret", "x-vaix-client-id": "my-group" };
  site.proxies.set("/sr", { url, headers });
  site.page("/", { tag: null, head: examples.get("direct-proxy") });
  await page.goto("/");
  await expect.poll(taken).toBe(1);
});

for (const name of NAMES.filter((name) => BACKENDS[name]?.url))
  test(`${name}: without an endpoint events go where its document says`, async ({ visit, page, context }) => {
    const url = `${BACKENDS[name]?.url}`;
    // Nothing leaves the machine.
    await context.route(url, (route) => route.abort());
    const asked = page.waitForRequest(url);
    await visit({ script: SCRIPT, tag: { ...ROWS[name].tag, destination: name, endpoint: undefined } });
    await page.evaluate(
      () => window.tracktag?.push(["track", "clicks:event", { event_id: "1" }]) as undefined,
    );
    expect((await asked).method()).toBe("POST");
  });
