import type { Page } from "@playwright/test";
import type { Tracker } from "../../../src/tracker.js";
import { expect, test } from "../../support/fixtures.js";

const send = (page: Page, n: number) =>
  page.evaluate(async (n) => {
    const tracker = window.tracktag as Tracker;
    tracker.track("custom", { n });
    await tracker.flush();
  }, n);

const DEVICES = [
  {
    name: "iPhone",
    userAgent:
      "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Mobile/15E148 Safari/604.1",
    channel: "ios",
    device: "mobile",
  },
  {
    name: "Android tablet",
    userAgent:
      "Mozilla/5.0 (Linux; Android 14; SM-X710) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0.0.0 Safari/537.36",
    channel: "android",
    device: "tablet",
  },
  {
    name: "Mac",
    userAgent:
      "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Safari/605.1.15",
    channel: "mac",
    device: "desktop",
  },
];

for (const { name, userAgent, channel, device } of DEVICES)
  test.describe(() => {
    test.use({ userAgent });
    test(`${name}: channel ${channel}, device_type ${device}`, async ({ visit, page, flushed, relay }) => {
      await visit({});
      await send(page, 1);
      expect(await flushed()).toMatchObject([{ data: { channel } }]);
      expect(relay.batches()[0]).toMatchObject({ device_type: device, platform: "web" });
    });
  });
