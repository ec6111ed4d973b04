import { describe, expect, test } from "vitest";
import { antsomiServer } from "./support/backends.js";
import { batch, event } from "./support/batch.js";
import { relay } from "./support/relay.js";
import { eventually } from "./support/wait.js";

const CHROME = {
  userAgent:
    "Mozilla/5.0 (Linux; Android 13; Pixel 7) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Mobile Safari/537.36",
  detail: {
    device_browser: "Chrome",
    device_browser_version: "131.0.0.0",
    device_engine: "Blink",
    device_engine_version: "131.0.0.0",
    device_os: "Android",
    device_os_version: "13",
    device_vendor: "Google",
    device_model: "Pixel 7",
  },
};

/** What Antsomi is told in its `context` of a device, beside its type. */
async function told(given: Record<string, unknown>, headers: Record<string, string> = {}) {
  const antsomi = await antsomiServer();
  const { post } = await relay(antsomi.options());
  expect((await post(batch([event()], given), headers)).json()).toMatchObject({ accepted: 1 });
  await eventually(() => expect(antsomi.taken).toHaveLength(1));
  const context = Object.entries(antsomi.taken[0]?.context ?? {});
  return Object.fromEntries(context.filter(([name]) => name.startsWith("device_")));
}

describe("where the page has not told its device", () => {
  test("it is derived from the request's User-Agent", async () => {
    expect(await told({}, { "user-agent": CHROME.userAgent })).toEqual(CHROME.detail);
  });

  test.each<[string, string, string[]]>([
    [
      "an iPhone",
      "(iPhone; CPU iPhone OS 17_6 like Mac OS X) AppleWebKit/605.1.15",
      ["iOS", "Apple", "iPhone"],
    ],
    ["a PC", "(Windows NT 10.0; Win64; x64; rv:128.0) Gecko/20100101 Firefox/128.0", ["Windows"]],
    ["a program", "", []],
  ])("%s is told by what it says", async (_, says, expected) => {
    const detail = await told({}, { "user-agent": says && `Mozilla/5.0 ${says}` });
    const { device_os, device_vendor, device_model } = detail;
    expect([device_os, device_vendor, device_model].filter(Boolean)).toEqual(expected);
  });

  test.each([["a text"], [null], [5], [[]], [{}], [{ browser: 5, os: "" }], [{ model: "x".repeat(101) }]])(
    "%j counts as not told",
    async (device) => {
      expect(await told({ device }, { "user-agent": CHROME.userAgent })).toEqual(CHROME.detail);
    },
  );
});

test("what the page has told wins, and nothing is added to it", async () => {
  const device = { browser: "Brave", os: "macOS", os_version: 15, wheels: "4", __proto__: { model: "x" } };
  expect(await told({ device }, { "user-agent": CHROME.userAgent })).toEqual({
    device_browser: "Brave",
    device_os: "macOS",
  });
});
