import type { Page } from "@playwright/test";
import type { Tracker } from "../../src/tracker.js";
import { gamesOf, ofType } from "../support/events.js";
import { examples } from "../support/examples.js";
import { expect, test } from "../support/fixtures.js";
import { panelOf } from "../support/inspector.js";
import { keptOf } from "./kept.js";
import { parkedIn } from "./parked.js";

/** The file does not come until it is sent. */
const hold = async (page: Page): Promise<() => void> => {
  let send = () => {};
  const sent = new Promise<void>((resolve) => {
    send = resolve;
  });
  await page.route("**/tracktag.lobby.js", (route) => sent.then(() => route.continue()));
  return send;
};

const BOXES = Array.from({ length: 6 }, (_, n) => `<div class="box" data-track-game="${n}"></div>`).join("");
const FAR = `<p style="height: 20000px"></p>${BOXES.replaceAll('game="', 'game="far-')}`;
const LOBBY = "GET /tracktag.lobby.js";
const IN_VIEW = ["0", "1", "2", "3", "4", "5"];

const tell = (body: string, lobby: string) => ({ tag: { lobby }, body });

test("the file is loaded from as many elements on as the option says, and not before", async ({
  visit,
  site,
  seen,
}) => {
  await visit(tell(BOXES, "20"));
  expect(gamesOf(await seen())).toEqual(IN_VIEW);
  expect(site.requests).not.toContain(LOBBY);
  await visit(tell(BOXES, "6"));
  await expect.poll(() => site.requests).toContain(LOBBY);
});

test("0: never", async ({ visit, site, seen }) => {
  await visit(tell(BOXES + FAR, "0"));
  expect(gamesOf(await seen())).toEqual(IN_VIEW);
  expect(site.requests).not.toContain(LOBBY);
});

for (const [what, spoil] of [
  ["is not there", { status: 404 }],
  ["is no script", { body: "<p>sorry</p>", contentType: "text/html" }],
  ["is broken", { body: "export default () => { throw Error('broken') }", contentType: "text/javascript" }],
] as const)
  test(`where the file ${what} every element is watched, and the console says so once`, async ({
    page,
    visit,
    seen,
    messages,
  }) => {
    await page.route("**/tracktag.lobby.js", (route) => route.fulfill(spoil));
    await visit(tell(BOXES + FAR, "1"));
    await expect.poll(async () => gamesOf(await seen())).toEqual(IN_VIEW);
    expect(messages.filter((text) => text.startsWith("tracktag: "))).toHaveLength(1);
    await page.evaluate(() => scrollTo(0, 1e6));
    await expect.poll(async () => gamesOf(await seen())).toHaveLength(12);
  });

test("where the file does not come, elements wait for a fifth of a second", async ({ page, visit, seen }) => {
  await page.route("**/tracktag.lobby.js", () => {});
  await visit(tell(BOXES, "1"));
  await expect.poll(async () => gamesOf(await seen())).toEqual(IN_VIEW);
});

const MANY = Array.from({ length: 600 }, (_, n) => `<div class="box" data-track-game="${n}"></div>`).join("");

test("where the file does not come, the end of a long list waits no longer", async ({
  page,
  visit,
  seen,
}) => {
  await page.route("**/tracktag.lobby.js", () => {});
  await visit(tell(MANY, "550"));
  await page.evaluate(() => scrollTo(0, 1e6));
  await expect.poll(async () => gamesOf(await seen())).toContain("599");
});

test("where the file comes late, what was found meanwhile is watched, and parked when it is there", async ({
  page,
  visit,
  seen,
}) => {
  const send = await hold(page);
  await visit(tell(MANY, "550"));
  await page.evaluate(() => scrollTo(0, 1e6));
  // Nobody waits any more.
  await expect.poll(async () => gamesOf(await seen())).toContain("599");
  const more = 700;
  await page.evaluate(
    (html) => document.body.insertAdjacentHTML("beforeend", html),
    `<p style="height: 20000px"></p>${`<div class="box" data-track-league="7"></div>`.repeat(more)}`,
  );
  await page.evaluate(() => scrollTo(0, 1e6));
  await expect.poll(async () => ofType(await seen(), "impressions:leagues")).toHaveLength(1);
  await page.evaluate(() => scrollTo(0, 0));
  send();
  await expect.poll(() => parkedIn(page)).toBeGreaterThan(more);
});

test("where the file comes late, what has gone meanwhile is not kept", async ({ page, visit }) => {
  const send = await hold(page);
  await visit(tell(MANY, "550"));
  await page.evaluate(() => {
    const gone = [...document.querySelectorAll(".box")].slice(100, 500);
    Object.assign(window, { gone: gone.map((box) => new WeakRef(box)) });
    for (const box of gone) box.remove();
  });
  send();
  await expect.poll(() => parkedIn(page)).toBeGreaterThan(100);
  await expect.poll(() => keptOf(page, "gone")).toBe(0);
});

test("in a frame's document that is scanned each element is watched", async ({ page, visit, seen }) => {
  await visit(tell('<iframe style="width: 300px; height: 300px"></iframe>', "550"));
  const asked = page.waitForResponse("**/tracktag.lobby.js");
  const frame = await page.evaluateHandle((html) => {
    const { contentDocument } = document.querySelector("iframe") as HTMLIFrameElement;
    (contentDocument as Document).body.innerHTML = html;
    (window.tracktag as Tracker).scan(contentDocument as Document);
    return contentDocument as Document;
  }, `<style>.box { height: 100px }</style>${MANY}`);
  await asked;
  await frame.evaluate((document) => document.scrollingElement?.scrollTo(0, 1e6));
  await expect.poll(async () => gamesOf(await seen())).toContain("599");
  expect(await parkedIn(page)).toBe(0);
});

test("the documented line for the console says how many are parked", async ({ page, visit }) => {
  const line = examples.get("parked") as string;
  await visit(tell(BOXES + FAR, "1"));
  await expect.poll(() => page.evaluate(`(async () => ${line.trim().replace(/;$/, "")})()`)).toBe(6);
});

test("another page view counts what is seen anew, parked or not", async ({ page, visit, seen }) => {
  await visit(tell(BOXES + FAR, "1"));
  await expect.poll(() => parkedIn(page)).toBe(6);
  await page.evaluate(() => (window.tracktag as { page(name: string): void }).page("two"));
  await page.evaluate(() => scrollTo(0, 1e6));
  await expect
    .poll(async () => ofType(await seen(), "impressions:games").map(({ data }) => data.page))
    .toContain("two");
  const there = (await seen()).filter(({ data }) => data.page === "two");
  expect(gamesOf(there)).toContain("far-3");
});

test("a navigation while the file is on its way: what is seen counts for both page views, what is far is parked", async ({
  page,
  visit,
  seen,
}) => {
  const send = await hold(page);
  const isAsked = page.waitForRequest("**/tracktag.lobby.js");
  await visit({ tag: { lobby: "1", pageviews: "auto" }, body: BOXES + FAR });
  await isAsked;
  const inView = async (name: string) =>
    gamesOf((await seen()).filter(({ data }) => data.page === name && data.game_ids));
  await expect.poll(() => inView("/")).toEqual(IN_VIEW);
  await page.evaluate(() => history.pushState(null, "", "/two"));
  await expect.poll(() => inView("/two")).toEqual(IN_VIEW);
  send();
  // What was found by both page views is in its group once.
  await expect.poll(() => parkedIn(page)).toBe(6);
  await page.evaluate(() => scrollTo(0, 1e6));
  await expect.poll(() => inView("/two")).toHaveLength(12);
  expect(await inView("/")).toEqual(IN_VIEW);
});

test("the inspector says how many are parked", async ({ page, visit }) => {
  await visit({ ...tell(BOXES + FAR, "1") }, "/?tracktag=inspect");
  await expect.poll(async () => (await panelOf(page)).title).toMatch(/ · parked 6$/);
});

test("where nothing parks the inspector does not speak of it, and loads nothing for it", async ({
  page,
  visit,
  site,
}) => {
  await visit({ ...tell(BOXES + FAR, "0") }, "/?tracktag=inspect");
  await expect.poll(async () => (await panelOf(page)).title).toMatch(/ · dropped \d+$/);
  expect(site.requests).not.toContain(LOBBY);
});
