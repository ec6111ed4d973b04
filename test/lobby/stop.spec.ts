import type { Page } from "@playwright/test";
import { expect, test } from "../support/fixtures.js";
import { parkedIn } from "./parked.js";

const BOXES = Array.from({ length: 6 }, (_, n) => `<div class="box" data-track-game="${n}"></div>`).join("");
const FAR = `<p style="height: 20000px"></p>${BOXES}`;
const tag = { lobby: "1" };

/** Counts the observers that look at something. */
const countObservers = (page: Page): Promise<unknown> =>
  page.addInitScript(() => {
    const open = new Set<unknown>();
    Object.assign(window, { open });
    for (const name of ["IntersectionObserver", "ResizeObserver", "MutationObserver"] as const) {
      const { observe, disconnect } = window[name].prototype;
      window[name].prototype.observe = function (this: never, ...args: never) {
        open.add(this);
        return Reflect.apply(observe, this, args);
      };
      window[name].prototype.disconnect = function (this: never) {
        open.delete(this);
        return Reflect.apply(disconnect, this, []);
      };
    }
  });

const observersIn = (page: Page): Promise<number> =>
  page.evaluate(() => (window as unknown as { open: Set<unknown> }).open.size);

test("stop: nothing is parked or watched any more, and no observer is left", async ({ page, visit }) => {
  await countObservers(page);
  await visit({ tag, body: BOXES + FAR });
  await expect.poll(() => parkedIn(page)).toBe(6);
  await page.evaluate(() => (window.tracktag as { stop(): Promise<void> }).stop());
  expect(await parkedIn(page)).toBe(0);
  expect(await observersIn(page)).toBe(0);
});

test("stop: a shadow root whose host was removed before has no listener either", async ({ page, visit }) => {
  const root = `<template shadowrootmode="open"><style>.box { height: 50px }</style>${FAR}</template>`;
  await visit({ tag, body: `${BOXES + FAR}<section>${root}</section>` });
  await expect.poll(() => parkedIn(page)).toBe(12);
  const cdp = await page.context().newCDPSession(page);
  const { result } = await cdp.send("Runtime.evaluate", {
    expression: 'document.querySelector("section").shadowRoot',
  });
  const heard = async () => {
    const { objectId } = result as { objectId: string };
    const { listeners } = await cdp.send("DOMDebugger.getEventListeners", { objectId });
    return listeners.map(({ type }) => type);
  };
  expect(await heard()).toContain("transitionrun");
  await page.evaluate(() => document.querySelector("section")?.remove());
  await expect.poll(() => parkedIn(page)).toBe(6);
  await page.evaluate(() => (window.tracktag as { stop(): Promise<void> }).stop());
  expect(await heard()).toEqual([]);
});

test("stop while elements wait for the file: they are never watched, and the file is not begun", async ({
  page,
  visit,
  site,
}) => {
  await countObservers(page);
  await visit({ tag });
  await expect.poll(() => observersIn(page)).toBeGreaterThan(0);
  await page.evaluate(async (boxes) => {
    document.body.innerHTML = boxes;
    // Behind the script's own mutation observer; before whatever is awaited from elsewhere.
    await Promise.resolve();
    (window.tracktag as { stop(): Promise<void> }).stop();
    // Behind the timer that lets them go, which was set before, and behind the file.
    await new Promise((over) => setTimeout(over, 200));
    await import(`${"/tracktag.lobby.js"}`);
  }, BOXES);
  expect(site.requests).toContain("GET /tracktag.lobby.js");
  expect(await observersIn(page)).toBe(0);
});
