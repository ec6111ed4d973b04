import type { Page } from "@playwright/test";
import { gamesOf } from "../support/events.js";
import { expect, test } from "../support/fixtures.js";
import { keptOf } from "./kept.js";
import { parkedIn } from "./parked.js";

/** Annotated elements in shadow roots: that what moves them is heard, and that they are let go. */

const STYLE = "<style>.box { height: 100px }</style>";
const boxes = (count: number, name: string) =>
  Array.from({ length: count }, (_, n) => `<div class="box" data-track-game="${name}-${n}"></div>`).join("");
const FAR = `<p style="height: 20000px"></p>`;

/** Adds what is to be shown in a shadow root, or in one that stands in another without anything to see. */
const open = (page: Page, html: string, depth: number): Promise<void> =>
  page.evaluate(
    ([html, depth]) => {
      const [first, ...more] = Array.from({ length: depth }, () => document.createElement("section"));
      const host = first as Element;
      let inner = host.attachShadow({ mode: "open" });
      for (const next of more) {
        inner.append(next);
        inner = next.attachShadow({ mode: "open" });
      }
      inner.innerHTML = html;
      document.querySelector("main")?.append(host);
      const refs = [...inner.querySelectorAll(".box"), inner].map((one) => new WeakRef(one));
      Object.assign(window, { refs, inner: new WeakRef(inner) });
    },
    [html, depth] as const,
  );

const tag = { lobby: "1" };

for (const [where, body, depth] of [
  ["beside others that are parked", `<main></main>${FAR}${boxes(6, "far")}`, 1],
  ["in a document with nothing else to see", "<main></main>", 1],
  ["in a shadow root with nothing else to see", "<main></main>", 2],
] as const) {
  test(`a shadow root ${where}: when its host is gone it is not kept`, async ({ page, visit, seen }) => {
    await visit({ tag, body });
    const others = body.includes("far-") ? 6 : 0;
    // Some are watched, some are parked, and some are too few to be.
    const loose = `<p style="height: 3000px"></p>${boxes(2, "loose")}`;
    await open(page, STYLE + boxes(2, "near") + FAR + boxes(6, "parked") + loose, depth);
    await expect.poll(() => parkedIn(page)).toBe(others + 6);
    expect(await keptOf(page, "refs")).toBe(11);
    expect(gamesOf(await seen())).toEqual(["near-0", "near-1"]);
    await page.evaluate(() => document.querySelector("main")?.replaceChildren());
    await expect.poll(() => keptOf(page, "refs")).toBe(0);
    expect(await parkedIn(page)).toBe(others);
  });

  test(`a shadow root ${where}: what moves an element away from its guards outside of the root is heard`, async ({
    page,
    visit,
    seen,
  }) => {
    const head = "<style>.other { --stands: fixed }</style>";
    const style = "<style>.box:nth-of-type(4) { position: var(--stands); top: 0; width: 100px }</style>";
    await visit({ tag, head, body });
    await open(page, STYLE + style + FAR + boxes(6, "parked"), depth);
    await expect.poll(() => parkedIn(page)).toBeGreaterThanOrEqual(6);
    await page.evaluate(() => {
      (document.querySelector("main") as Element).className = "other";
    });
    await expect.poll(async () => gamesOf(await seen())).toEqual(["parked-3"]);
  });
}

test("a shadow root whose host is gone for a while is parked, and heard, again", async ({
  page,
  visit,
  seen,
}) => {
  await visit({ tag, body: "<main></main>" });
  await open(page, STYLE + FAR + boxes(6, "parked"), 1);
  await expect.poll(() => parkedIn(page)).toBe(6);
  await page.evaluate(() => {
    const host = document.querySelector("section") as Element;
    host.remove();
    Object.assign(window, { host });
  });
  await expect.poll(() => parkedIn(page)).toBe(0);
  await page.evaluate(() => {
    const { host } = window as unknown as { host: Element };
    document.querySelector("main")?.append(host);
  });
  await expect.poll(() => parkedIn(page)).toBe(6);
  await page.evaluate(() => {
    const { inner } = window as unknown as { inner: WeakRef<ShadowRoot> };
    inner.deref()?.querySelector("p")?.remove();
  });
  await expect.poll(async () => gamesOf(await seen())).toContain("parked-0");
});
