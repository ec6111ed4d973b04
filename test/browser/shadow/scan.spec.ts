import type { Tracker } from "../../../src/tracker.js";
import { expect, gamesOf, ofType, test } from "../../support/fixtures.js";

/** Defines `<x-list>`: an element whose shadow root holds what its `html` attribute says. */
const define = (mode: "open" | "closed", when = "") => `<script>${when}
  customElements.define("x-list", class extends HTMLElement {
    connectedCallback() {
      if (this.root) return;
      this.root = this.attachShadow({ mode: "${mode}" });
      this.root.innerHTML = '<style>.box { display: block; width: 200px; height: 100px }</style>' + this.getAttribute("html");
      this.removeAttribute("html");
    }
  });${when && "})"}</script>`;

const CARD = `<b id='inner' class='box' data-track-game='1'><i id='leaf'>x</i></b>`;

test("a closed shadow root: nothing of it is seen or clicked until scan(root), then all is, once", async ({
  visit,
  page,
  seen,
  flushed,
}) => {
  await visit({
    head: define("closed"),
    body: `<div data-track-location="lobby:top"><x-list id="host" html="${CARD}"></x-list></div>`,
  });
  const click = () => page.click("#host", { position: { x: 3, y: 9 } });
  await click();
  expect(await seen()).toEqual([]);
  await page.evaluate(() => {
    const { root } = document.getElementById("host") as unknown as { root: ShadowRoot };
    for (let times = 0; times < 2; times++) (window.tracktag as Tracker).scan(root);
  });
  expect(await seen()).toMatchObject([{ event_type: "impressions:games", data: { location: "lobby:top" } }]);
  await click();
  expect(ofType(await flushed(), "clicks:game")).toMatchObject([
    { data: { game_id: "1", location: "lobby:top" } },
  ]);
  await page.evaluate(() => {
    const { root } = document.getElementById("host") as unknown as { root: ShadowRoot };
    root.innerHTML += "<b class='box' data-track-game='2'></b>";
  });
  expect(gamesOf(await seen())).toEqual(["1", "2"]);
});

test("a closed shadow root inside an annotated element: a click in it is told once, by the innermost", async ({
  visit,
  page,
  flushed,
}) => {
  await visit({
    head: define("closed"),
    body: `<div data-track-league="5"><x-list id="host" html="<b class='box' data-track-game='1'></b><b class='box'></b>"></x-list></div>`,
  });
  await page.evaluate(() => {
    (window.tracktag as Tracker).scan(
      (document.getElementById("host") as unknown as { root: ShadowRoot }).root,
    );
  });
  const clicks = async () =>
    (await flushed()).map(({ event_type }) => event_type).filter((type) => type.startsWith("clicks:"));
  await page.click("#host", { position: { x: 9, y: 9 } });
  expect(await clicks()).toEqual(["clicks:game"]);
  await page.click("#host", { position: { x: 9, y: 150 } });
  expect(await clicks()).toEqual(["clicks:game", "clicks:league"]);
});

test("a frame of the same origin: nothing of it until scan(document), then impressions and clicks", async ({
  visit,
  page,
  site,
  seen,
  flushed,
}) => {
  site.page("/frame", {
    tag: null,
    body: `<b class="box" id="x" data-track-game="1">x</b><div style="height: 3000px"></div><b class="box" data-track-game="below"></b>`,
  });
  await visit({ body: '<iframe id="frame" src="/frame" width="400" height="300"></iframe>' });
  const inside = page.frameLocator("#frame").locator("#x");
  await inside.click();
  expect(await seen()).toEqual([]);
  await page.evaluate(() => {
    const { contentDocument } = document.getElementById("frame") as HTMLIFrameElement;
    (window.tracktag as Tracker).scan(contentDocument as Document);
  });
  expect(gamesOf(await seen())).toEqual(["1"]);
  await inside.click();
  expect(ofType(await flushed(), "clicks:game")).toHaveLength(1);
});

test("a frame of another origin is its own page: the script in it tells of it, the one outside does not", async ({
  visit,
  page,
  site,
  received,
  relay,
}) => {
  site.page("/frame", {
    tag: { endpoint: `${site.otherOrigin}/t` },
    body: '<b class="box" id="x" data-track-game="1">x</b>',
  });
  await visit({ body: `<iframe src="${site.otherOrigin}/frame" width="400" height="300"></iframe>` });
  await page.frameLocator("iframe").locator("#x").click();
  await received({ event_type: "clicks:game" });
  expect(relay.events().map(({ data }) => data.brand)).toEqual([site.otherOrigin, site.otherOrigin]);
});

test("scan before the start is remembered", async ({ visit, page, seen }) => {
  await visit({
    head: define("closed"),
    body: `<x-list id="host" html="${CARD}"></x-list><script>
      (window.tracktag ||= []).push(["scan", document.getElementById("host").root]);</script>`,
  });
  expect(gamesOf(await seen())).toEqual(["1"]);
  expect(await page.evaluate(() => document.getElementById("host")?.shadowRoot)).toBeNull();
});
