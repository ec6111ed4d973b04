import { deviceOf } from "../../../src/user-agent.js";
import { expect, test } from "../../support/direct.js";
import { FULL, serveFull } from "../../support/full.js";
import { flush, track } from "../../support/tracker.js";

const userAgent = (page: { evaluate<T>(read: () => T): Promise<T> }) =>
  page.evaluate(() => navigator.userAgent);

test.describe("on the demo's pages", () => {
  test.use({ relayOptions: { demo: true } });

  test("each request tells the device, and the relay would derive the same", async ({
    site,
    page,
    relay,
  }) => {
    serveFull(site);
    await page.goto("/");
    await expect.poll(() => relay.batches().length).toBeGreaterThan(0);
    await page.goto("about:blank");
    for (const { device, user_agent = "" } of relay.batches()) {
      expect(device).toMatchObject({ browser: expect.stringContaining("Chrome"), engine: "Blink" });
      expect(device).toEqual(JSON.parse(JSON.stringify(deviceOf(user_agent))));
    }
  });
});

test("in direct mode Antsomi is told", async ({ start, visit, page }) => {
  const { tag, exchanges } = await start("antsomi");
  await visit({ script: FULL, tag });
  await track(page, 1);
  await flush(page);
  const { browser, os } = deviceOf(await userAgent(page));
  const [{ body } = {}] = exchanges();
  expect(body).toMatchObject({ context: { device: "desktop", device_browser: browser, device_os: os } });
});

test("the page's own libraries are left alone", async ({ visit, page, flushed }) => {
  await visit({ script: FULL, head: "<script>window.jQuery = {}; window.define = { amd: true }</script>" });
  await flushed();
  expect(await page.evaluate(() => Object.keys((window as unknown as { jQuery: object }).jQuery))).toEqual(
    [],
  );
});
